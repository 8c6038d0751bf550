import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './document';
import { sourceTexts, Texts, TRANSLATED } from './source-texts';

function translations(language: string): Texts {
    const files = TRANSLATED.map(folder => join(ROOT, folder, 'src/node/localization', `nls.${language}.json`));
    return Object.assign({}, ...files.map(file => JSON.parse(readFileSync(file, 'utf8')) as Texts)) as Texts;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('Translations', function () {
    this.timeout(180_000);
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
            const fixed =
                /https?:\/\/|aws login|credential_process|[A-Z]+_[A-Z_]+|arn:aws:[\w:/]+|IAM Identity Center|AWS Builder ID|http\.proxy|npm run [\w-]+/g;
            const wrong = Object.keys(source).filter(key => (source[key].match(fixed) ?? []).some(word => !texts[key]?.includes(word)));
            expect(wrong).to.deep.equal([]);
        });
    }
});
