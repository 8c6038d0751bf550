import { nls } from '@theia/core/lib/common/nls';

/** A value as it stands in a report: enough of it to find it again. */
export function shown(value: unknown): string {
    try {
        return value === undefined
            ? nls.localize('theia/aws-accounts/requirement/nothing', 'nothing')
            : shortened(JSON.stringify(value) ?? typeof value);
    } catch {
        return typeof value; // Only code makes values that JSON does not know.
    }
}

export function shortened(text: string): string {
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
