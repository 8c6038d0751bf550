import { expect } from 'chai';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents, ROOT, textOf } from './document';

/** The anchors that headings of a document get. */
function anchorsOf(document: string): string[] {
    return [...textOf(document).matchAll(/^#+ (.*)$/gm)].map(
        ([, heading]) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-')
    );
}

describe('Links in documents', () => {
    for (const document of documents()) {
        it(`lead somewhere: ${document}`, () => {
            const links = [...textOf(document).replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
                ([, link, picture]) => link ?? picture
            );
            const broken = links.filter(link => !/^[a-z]+:/.test(link)).filter(link => {
                const [path, anchor] = link.split('#');
                const target = path === '' ? document : join(dirname(document), path);
                const isThere = existsSync(join(ROOT, target));
                return !isThere || anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
            });
            expect(broken).to.deep.equal([]);
        });
    }
});

describe('Pictures in documents', () => {
    const pictures = readdirSync(join(ROOT, 'docs/pictures'));
    const texts = documents().map(textOf).join('\n');

    it('are there for light and dark readers', () => {
        const names = new Set(pictures.map(picture => picture.replace(/-(light|dark)\.png$/, '')));
        expect(pictures).to.have.members([...names].flatMap(name => [`${name}-light.png`, `${name}-dark.png`]));
    });

    it('are each shown somewhere', () => expect(pictures.filter(picture => !texts.includes(`pictures/${picture}`))).to.deep.equal([]));

    it(
        'are told to those who do not see them',
        () => expect(texts.replace(/`[^`]*`/g, '').match(/<img (?![^>]*alt="[^"]{20,}")[^>]*>|!\[\]\(/g)).to.equal(null)
    );
});
