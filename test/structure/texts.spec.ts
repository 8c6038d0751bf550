import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import * as ts from 'typescript';
import { AwsAccountsCommands } from 'theia-aws-accounts/lib/browser/commands/aws-accounts-commands';

const ROOT = resolve(__dirname, '..', '..', '..');
const SOURCES = ['packages/aws-accounts/src', 'packages/aws-accounts-plugin-ext/src', 'examples/sample-commands/src'];

/** One text that a person reads, and the place in the sources that says it. */
interface Text {
    readonly key: string;
    readonly text: string;
    readonly place: string;
}

/** Every call of `nls.localize`. */
function textsIn(path: string): Text[] {
    const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: Text[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && node.expression.getText() === 'nls.localize') {
            const { line } = source.getLineAndCharacterOfPosition(node.getStart());
            const [key, text] = node.arguments.map(literal);
            found.push({ key, text, place: `${path}:${line + 1}` });
        }
        ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
}

/** The value of a literal, or of several that are added; anything else as it is written, which no other text equals. */
function literal(node: ts.Expression): string {
    if (ts.isStringLiteralLike(node)) {
        return node.text;
    }
    return ts.isBinaryExpression(node) ? literal(node.left) + literal(node.right) : `<${node.getText()}>`;
}

/** Labels of commands, whose keys are put together from their ids; that of a token service is said by `nls.localize`. */
function commandTexts(): Text[] {
    return Object.values(AwsAccountsCommands)
        .filter(command => command !== AwsAccountsCommands.USE_FOR_CODEWHISPERER)
        .map(({ id, originalLabel = '' }) => ({ key: id, text: originalLabel, place: `command ${id}` }));
}

function shared(texts: readonly Text[], by: 'key' | 'text'): string[] {
    const places = new Map<string, string[]>();
    texts.forEach(text => places.set(text[by], [...places.get(text[by]) ?? [], text.place]));
    return [...places].filter(([, found]) => found.length > 1).map(([value, found]) => `${value}: ${found.join(', ')}`);
}

describe('Texts that a person reads', () => {
    const texts = SOURCES.flatMap(source => readdirSync(join(ROOT, source), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
        .flatMap(file => textsIn(join(source, file)))
    ).concat(commandTexts());

    it('are found', () => expect(texts.length).to.be.greaterThan(400));

    it('have each its key in one place', () => expect(shared(texts, 'key')).to.deep.equal([]));

    it('have each one key', () => expect(shared(texts, 'text')).to.deep.equal([]));

    it('have a key and a text that are written down, so that a translator finds them', () =>
        expect(texts.filter(({ key, text }) => /^</.test(key) || /^</.test(text))).to.deep.equal([]));
});
