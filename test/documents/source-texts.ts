import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '@theia/localization-manager';
import { AwsAccountsCommands } from 'theia-aws-accounts/lib/browser/commands/aws-accounts-commands';
import { ROOT } from './document';

/** Folders whose texts are in all languages. */
export const TRANSLATED = ['packages/aws-accounts', 'packages/aws-accounts-plugin-ext', 'examples/code-suggestions'];

export type Texts = { readonly [key: string]: string };
type Nested = { readonly [key: string]: string | Nested };

/** Every text of the packages by its key, as Theia's own extraction finds them. */
export async function sourceTexts(): Promise<Texts> {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'));
    try {
        const output = join(folder, 'nls.json');
        await extract({ root: ROOT, output, files: TRANSLATED.map(name => `${name}/src/**/*.{ts,tsx}`), quiet: true });
        return { ...flat(JSON.parse(readFileSync(output, 'utf8')) as Nested), ...commandTexts() };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function flat(texts: Nested, prefix = ''): Texts {
    return Object.fromEntries(Object.entries(texts).flatMap(([key, value]) =>
        typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}/`))));
}

/** Labels of commands, whose keys are put together from their ids. That of a token service has a text of its own in the sources. */
function commandTexts(): Texts {
    const commands = Object.values(AwsAccountsCommands).filter(command => command !== AwsAccountsCommands.USE_FOR_CODEWHISPERER);
    return Object.fromEntries(commands.flatMap((command: unknown) => {
        const { id = '', originalLabel } = command as { readonly id?: string; readonly originalLabel?: string };
        return originalLabel === undefined ? [] : [[`theia/aws-accounts/command/${id.replace('aws.accounts.', '')}`, originalLabel]];
    }));
}
