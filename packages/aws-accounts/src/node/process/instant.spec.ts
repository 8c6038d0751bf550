import { expect } from 'chai';
import { Instant } from './instant';

describe('An instant in a file, a variable or the answer of a program', () => {

    const SAME = [
        '2026-11-25T20:40:21Z', '20261125T204021Z', '2026-11-25T20:40:21.000Z', '2026-11-25T20:40:21+00:00', '2026-11-25T20:40:21UTC',
        '2026-11-25T22:40:21+02:00', '20261125T224021+0200', '2026-11-25T12:40:21-08', '2026-11-25 20:40:21Z', '2026-11-25t20:40:21z',
        ' 2026-11-25T20:40:21Z\n', '2026-11-25T20:40:21 UTC', '2026-11-25T20:40:21GMT', '2026-11-25T20:40:21  Z',
        'Wed, 25 Nov 2026 20:40:21 GMT', 'Wed, 25 Nov 2026 20:40:21 +0000', '25 Nov 2026 20:40:21 UTC', 'Wed, 25 Nov 2026 15:40:21 -0500',
        'Thu, 26 Nov 2026 05:40:21 +09:00'
    ];
    for (const text of SAME) {
        it(`is read from ${JSON.stringify(text)}`, () => {
            expect(Instant.parse(text)).to.equal(Date.UTC(2026, 10, 25, 20, 40, 21));
        });
    }

    it('has a day of one digit in the form of HTTP, and minutes alone', () => {
        expect(Instant.parse('Thu, 5 Nov 2026 20:40 GMT')).to.equal(Date.UTC(2026, 10, 5, 20, 40));
    });

    it('has fractions of a second in any length, and minutes alone', () => {
        expect(Instant.parse('2026-11-25T20:40:21.123456789Z')).to.equal(Date.UTC(2026, 10, 25, 20, 40, 21, 123));
        expect(Instant.parse('20261125T204021,5Z')).to.equal(Date.UTC(2026, 10, 25, 20, 40, 21, 500));
        expect(Instant.parse('2026-11-25T20:40Z')).to.equal(Date.UTC(2026, 10, 25, 20, 40));
    });

    const NONE: unknown[] = [
        '2026-11-25T20:40:21', '20261125T204021', '2026-11-25', '20:40:21Z', '1764103221', 1764103221, 1764103221000, '', 'never',
        'tomorrow',
        undefined, null, true, {}, [], new Date(0), '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-25T24:00:01Z',
        '2026-11-25T20:61:00Z',
        '2026-11-25T20:40:21+25:00', '2026-11-25T20:40:21+00:75', '2026-1125T204021Z', '2026-11-25T20:40:21 CET',
        'Wed, 25 Nov 2026 20:40:21', 'Wed, 25 Nov 2026 20:40:21 EST', 'Wed, 25 Nov 2026 20:40:21 GMT+2', 'Thu, 25 Nov 2026 20:40:21 GMT',
        'Wed, 25-Nov-26 20:40:21 GMT', 'Mon, 30 Feb 2026 20:40:21 GMT', '25 Foo 2026 20:40:21 GMT', '11/25/2026 20:40:21Z',
        'Wed Nov 25 20:40:21 2026'
    ];
    for (const text of NONE) {
        it(`is not read from ${JSON.stringify(text) ?? 'nothing'}`, () => {
            expect(Instant.parse(text)).to.equal(undefined);
        });
    }
});
