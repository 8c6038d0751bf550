import type { ProfilePreview } from '../../common/profile/profile-draft';
import type { ConfigPreview } from '../shared-config/editor/config-preview';
import { scanLine } from '../shared-config/ini/ini-line';

/** The only keys whose values leave the backend: those that a person types into a form, less the secret ones. */
const SHOWN = new Set(['region', 'role_arn', 'source_profile', 'credential_source', 'mfa_serial', 'external_id']);
const HIDDEN = '********';

/**
 * A preview without what it has no need to tell. Between two changed lines stands whatever its owner wrote there, secrets and comments with
 * old secrets in them included, so what is shown is listed, not what is hidden.
 *
 * @param typed values that the person has just typed, and may see again
 */
export function masked({ path, line, removed, added }: ConfigPreview, typed: readonly string[]): ProfilePreview {
    const mask = (text: string): string => maskedLine(text, typed);
    return { path, line, removed: removed.map(mask), added: added.map(mask) };
}

function maskedLine(text: string, typed: readonly string[]): string {
    const content = scanLine(text);
    switch (content.kind) {
        case 'blank':
            return '';
        case 'section':
            return `[${content.header}]`;
        case 'assignment': {
            const { indentation, key, separator, value } = content;
            const isShown = SHOWN.has(key.toLowerCase()) || key.toLowerCase() === 'aws_access_key_id' && typed.includes(value);
            return indentation + key + separator + (isShown ? value : HIDDEN);
        }
        case 'comment':
            return `# ${HIDDEN}`;
        case 'text':
            return HIDDEN;
    }
}
