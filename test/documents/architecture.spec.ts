import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, textOf } from './document';

const TEXT = textOf('ARCHITECTURE.md');
const SOURCES = join(ROOT, 'packages', 'aws-accounts', 'src');

/** The text below a heading of the second level. */
function chapter(title: string): string {
    return new RegExp(`^## ${title}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(TEXT)?.[1] ?? '';
}

/** Heading and text of each section of the third level. */
function sections(title: string): (readonly [string, string])[] {
    return [...chapter(title).matchAll(/^### (.*)\n([\s\S]*?)(?=^### |(?![\s\S]))/gm)].map(([, heading, text]) => [heading, text.trim()]);
}

/** Paths between backquotes. A bare file name belongs to the room that was named last. */
function pathsIn(text: string): string[] {
    let room = '';
    return [...text.matchAll(/`([\w/-]+\.(?:tsx?|css|md)|test\/\w+)`/g)].map(([, path]) => {
        const full = path.includes('/') ? path : `${room}/${path}`;
        room = full.slice(0, full.lastIndexOf('/'));
        return full;
    });
}

function isThere(path: string): boolean {
    const rooms = ['', 'browser', 'node', 'node/sso', 'node/sso/token', 'browser/dialog', 'browser/dialog/sign-in'];
    return existsSync(join(ROOT, path)) || rooms.some(room => existsSync(join(SOURCES, room, path)));
}

describe('ARCHITECTURE.md', () => {
    it('has three journeys and seven places to add something', () => {
        expect(sections('Three journeys')).to.have.length(3);
        expect(sections('Where do I add \\.\\.\\.')).to.have.length(7);
    });

    for (const [heading, text] of [...sections('Three journeys'), ...sections('Where do I add \\.\\.\\.')]) {
        it(`names files that are there: ${heading}`, () => {
            expect(pathsIn(text)).to.have.length.greaterThan(2);
            expect(pathsIn(text).filter(path => !isThere(path))).to.deep.equal([]);
        });
    }

    for (const [heading, text] of sections('Decisions')) {
        it(`says of a decision what, why and instead of what, in 60 words at most: ${heading}`, () => {
            expect(text).to.match(/^\*\*What\.\*\* [\s\S]*\*\*Why\.\*\* [\s\S]*\*\*Instead\s+of\*\* /);
            expect(text.split(/\s+/).length).to.be.at.most(60);
        });
    }
});
