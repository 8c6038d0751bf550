import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsAccountsPreferences } from 'theia-aws-accounts/lib/common/sign-in/aws-accounts-preferences';
import { TokenServices } from 'theia-aws-accounts/lib/common/token-service/token-services';
import { ROOT, textOf } from './document';

const PAGES = readdirSync(join(ROOT, 'docs', 'using')).map(page => join('docs', 'using', page));
const CATEGORY = /^AWS: /;
/** Emphasis in a sentence: says what matters, and is no name of anything in the product. */
const EMPHASIS = new Set([
    'start URL', 'region', 'A network fault signs you out of nothing', 'The command', 'The profile', 'AWS', 'AWS Terminal'
]);
/** Texts of the product, of Theia that it takes over, and labels of its commands, as its sources say them. */
const TEXTS = [/nls\.localize\(\s*'[^']+',\s*'((?:[^'\\]|\\.)+)'/g, /localizeByDefault\('([^']+)'/g, /= command\('\w+', '([^']+)'\)/g];
const SOURCES = 'packages/aws-accounts/src';

/** Finds the texts that a page prints in bold or italics, across the ends of lines. */
function printedIn(page: string): string[] {
    return [...textOf(page).matchAll(/\*{1,2}([^*\s][^*]*)\*{1,2}/g)].map(([, text]) => text.replace(/\s+/g, ' '));
}

function texts(): string[] {
    const files = readdirSync(join(ROOT, SOURCES), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.tsx?$/.test(file) && !/\.spec\./.test(file));
    const sources = files.map(file => textOf(join(SOURCES, file)));
    return sources.flatMap(source => TEXTS.flatMap(text => [...source.matchAll(text)].map(([, found]) => found)));
}

/** A whole text, with anything in the place of what it names. */
function pattern(text: string): RegExp {
    const parts = text.split(/\{\d+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('\\S.*')}$`);
}

describe('The pages for people who use the IDE', () => {
    const names = [...texts(), ...TokenServices.DEFAULT.map(({ label }) => label)];
    // A text that is all placeholders would be every name.
    const labels = names.filter(text => text.replace(/\{\d+\}/g, '').trim().length > 2).map(pattern);

    const unknown = (texts: readonly string[]): string[] =>
        texts.filter(
            text => !EMPHASIS.has(text) && !labels.some(label => [text.replace(CATEGORY, ''), `name: ${text}`].some(one => label.test(one)))
        );

    for (const page of PAGES) {
        it(`names commands, menus, buttons and states as the product does: ${page}`, () => expect(unknown(printedIn(page)))
            .to.deep.equal([]));

        it(`names settings that there are: ${page}`, () => {
            const { schema } = AwsAccountsPreferences.contribution(TokenServices.DEFAULT);
            const settings = Object.keys(schema?.properties ?? {});
            const named = [...textOf(page).matchAll(/`(aws\.accounts\.\w+)`/g)].map(([, setting]) => setting);
            expect(named.filter(setting => !settings.includes(setting))).to.deep.equal([]);
        });
    }

    it('would be told that a label is another one', () => {
        expect(unknown(['AWS: Sign In...', 'AWS: Sign In', 'Mark Production'])).to.deep.equal(['AWS: Sign In', 'Mark Production']);
    });

    it('emphasize nothing that was never written', () => {
        const printed = PAGES.flatMap(printedIn);
        expect([...EMPHASIS].filter(text => !printed.includes(text))).to.deep.equal([]);
    });
});
