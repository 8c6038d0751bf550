import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '@theia/localization-manager';
import { AwsAccountsCommands } from 'theia-aws-accounts/lib/browser/commands/aws-accounts-commands';
import { ROOT } from './document';

type Texts = { readonly [key: string]: string };
type Nested = { readonly [key: string]: string | Nested };

/** Every text of the packages by its key, as Theia's own extraction finds them. */
async function sourceTexts(): Promise<Texts> {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'));
    try {
        const output = join(folder, 'nls.json');
        await extract({ root: ROOT, output, files: ['packages/aws-accounts*/src/**/*.{ts,tsx}'], quiet: true });
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

function translations(language: string): Texts {
    const packages = ['aws-accounts', 'aws-accounts-plugin-ext'];
    const files = packages.map(name => join(ROOT, 'packages', name, 'src/node/localization', `nls.${language}.json`));
    return Object.assign({}, ...files.map(file => JSON.parse(readFileSync(file, 'utf8')) as Texts)) as Texts;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('Translations', function () {
    this.timeout(60_000);
    let source: Texts;

    before(async () => {
        source = await sourceTexts();
    });

    for (const language of ['de', 'ja']) {
        const texts = translations(language);

        it(`into ${language} are there for every text, and for no other`, () =>
            expect(Object.keys(texts)).to.have.members(Object.keys(source)));

        it(`into ${language} name what the English text names`, () => {
            const wrong = Object.keys(source).filter(key => placeholders(texts[key] ?? '').join() !== placeholders(source[key]).join());
            expect(wrong).to.deep.equal([]);
        });

        it(`into ${language} keep the words that must be typed or looked for as they are`, () => {
            const fixed = /https?:\/\/|aws login|credential_process|[A-Z]+_[A-Z_]+|arn:aws:[\w:/]+|IAM Identity Center|AWS Builder ID|http\.proxy/g;
            const wrong = Object.keys(source).filter(key => (source[key].match(fixed) ?? []).some(word => !texts[key]?.includes(word)));
            expect(wrong).to.deep.equal([]);
        });
    }
});
