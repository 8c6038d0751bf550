import { expect } from 'chai';
import { isObject, parseJson } from './json-value';

describe('JSON that this product may not have written', () => {

    for (const [text, value] of [['{"a":[1]}', { a: [1] }], ['null', null], ['"text"', 'text'], [' 0 ', 0]] as const) {
        it(`is read: ${text}`, () => expect(parseJson(text)).to.deep.equal(value));
    }

    for (const text of ['', '{"a":', 'undefined', '{a:1}', '{} {}', '\ufeff{}']) {
        it(`is no JSON: ${JSON.stringify(text)}`, () => expect(parseJson(text)).to.equal(undefined));
    }

    for (const [value, expected] of [
        [{}, true], [Object.create(null), true], [null, false], [[], false], ['text', false], [undefined, false]
    ] as const) {
        it(`${expected ? 'is' : 'is not'} an object with members: ${JSON.stringify(value)}`, () => expect(isObject(value))
            .to.equal(expected));
    }
});
