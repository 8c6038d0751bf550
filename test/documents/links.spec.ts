import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents, ROOT, textOf } from './document';

/** The anchors that headings of a document get. */
function anchorsOf(document: string): string[] {
    return [...textOf(document).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-'));
}

describe('Links in documents', () => {
    for (const document of documents()) {
        it(`lead somewhere: ${document}`, () => {
            const links = [...textOf(document).replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
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
