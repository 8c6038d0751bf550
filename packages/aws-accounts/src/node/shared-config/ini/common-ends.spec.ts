import { expect } from 'chai';
import * as fc from 'fast-check';
import { CommonEnds, countBelow } from './common-ends';

const TEXT = fc.array(fc.constantFrom('a', 'b', '[', '\n', '\u2028'), { maxLength: 40 }).map(parts => parts.join(''));

function commonStart(one: string, other: string): number {
    let length = 0;
    while (length < Math.min(one.length, other.length) && one[length] === other[length]) {
        length += 1;
    }
    return length;
}

describe('CommonEnds', () => {

    it('are the longest that two texts have, the start first, without overlap', () => fc.assert(
        fc.property(TEXT, TEXT, TEXT, TEXT, (start, one, other, end) => {
            const [first, second] = [start + one + end, start + other + end];
            const { start: before, end: after } = CommonEnds.of(first, second);
            expect(before).to.equal(commonStart(first, second));
            const reversed = (text: string): string => [...text.slice(before)].reverse().join('');
            expect(after).to.equal(commonStart(reversed(first), reversed(second)));
        })
    ));
});

describe('countBelow', () => {

    it('counts what is below a limit', () => fc.assert(
        fc.property(fc.array(fc.nat(50)), fc.nat(50), (numbers, limit) => {
            const ascending = numbers.toSorted((one, other) => one - other);
            expect(countBelow(ascending, limit)).to.equal(numbers.filter(number => number < limit).length);
        })
    ));
});
