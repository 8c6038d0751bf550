import { expect } from 'chai';
import { countdownText } from './duration-wording';
import { spelledText } from './spelled-text';

describe('a countdown', () => {
    const table: readonly (readonly [number, string])[] = [
        [600_000, '10:00'],
        [545_000, '9:05'],
        [544_001, '9:05'],
        [59_000, '0:59'],
        [0, '0:00'],
        [-5_000, '0:00']
    ];
    for (const [ms, text] of table) {
        it(`shows ${ms} ms as ${text}`, () => expect(countdownText(ms)).to.equal(text));
    }
});

describe('a code for a screen reader', () => {
    it('is read letter by letter, with a pause at the dash', () => expect(spelledText('ABCD-EFGH')).to.equal('A B C D, E F G H'));

    it('is read in groups of four for an account id', () => expect(spelledText('111122223333')).to.equal('1 1 1 1, 2 2 2 2, 3 3 3 3'));
});
