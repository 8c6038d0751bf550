import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

const ROOT = resolve(__dirname, '..', '..', '..');
const FOLDERS: readonly string[] = [
    'packages/aws-accounts/src', 'packages/aws-accounts-plugin-ext/src', 'packages/aws-sign-in-emulator/src', 'examples', 'scripts', 'test'
];

/** Words that stand in place of a subject at the beginning of a sentence. */
const ANYWHERE = /^(?:Who|Whoever|Nobody|What|Whatever|Of)\b/;
/** Words that do so at the beginning of a comment. Inside of it they may begin a subordinate clause. */
const AT_BEGIN = /^(?:Where|Whether|How|Why|Which|Whose|Whom|Anybody|Everybody|Everything)\b/;

interface Comment {
    readonly place: string;
    readonly text: string;
}

/** The comments of a file, those that stand in several lines as one text. */
function commentsOf(file: string): Comment[] {
    const comments: { place: string; text: string; line: number }[] = [];
    for (const [index, line] of readFileSync(join(ROOT, file), 'utf8').split('\n').entries()) {
        const [, mark, text] = /^\s*(\/\*\*|\*(?!\/)|\/\/)\s?(.*?)(?:\s*\*\/)?$/.exec(line) ?? [];
        const last = comments.at(-1);
        if (mark !== undefined && mark !== '/**' && last?.line === index - 1) {
            last.text += ` ${text}`;
            last.line = index;
        } else if (mark !== undefined) {
            comments.push({ place: `${file}:${index + 1}`, text, line: index });
        }
    }
    return comments.map(({ place, text }) => ({ place, text: text.trim() }));
}

function hasSubjects({ text }: Comment): boolean {
    const sentences = text.split(/(?<=[.:]) /).filter((_sentence, index, all) => index === 0 || all[index - 1].endsWith('.'));
    return !AT_BEGIN.test(text) && !sentences.some(sentence => ANYWHERE.test(sentence));
}

describe('Comments', () => {

    const files = FOLDERS.flatMap(
        folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file))
    )
        .filter(file => /\.(?:tsx?|mjs|css)$/.test(file)
            && !/(?:^|\/)(?:lib|node_modules|src-gen|results)\/|\.d\.ts$|gen-esbuild/.test(file));
    const comments = files.flatMap(commentsOf);

    it('are found', () => expect(comments).not.to.be.empty);

    it('have sentences with a subject', () =>
        expect(comments.filter(comment => !hasSubjects(comment)).map(({ place, text }) => `${place}: ${text.slice(0, 80)}`))
            .to.deep.equal([]));

    for (const [text, good] of [
        ['Waits. Nobody asks again.', false], ['Who waits, gets it.', false], ['Waits for one of two. Of both, one.', false],
        ['How it ended.', false], ['Why it ended.', false],
        ['Outcome of a call. How it ended is said there.', true], ['Tells whether it waits.', true], ['Whatsoever.', true]
    ] as const) {
        it(`${good ? 'accept' : 'refuse'}: ${text}`, () => expect(hasSubjects({ place: '', text })).to.equal(good));
    }
});
