import { expect } from 'chai';
import * as fc from 'fast-check';
import { SharedConfigText } from './shared-config-text';

describe('The text of a shared config file', () => {

    it('is the bytes again, whatever they are', () => {
        fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
            const original = Buffer.from(bytes);
            expect(SharedConfigText.encode(SharedConfigText.decode(original).text).equals(original)).to.equal(true);
        }));
        const mixed = Buffer.concat([Buffer.from('[profile ünï 😀]\n# '), Buffer.from([0xfc, 0xed, 0xa0, 0x80]), Buffer.from('\nk = ü\n')]);
        expect(SharedConfigText.encode(SharedConfigText.decode(mixed).text).equals(mixed)).to.equal(true);
    });

    it('names the first line that is not UTF-8 and reads the others', () => {
        const { text, brokenLine } = SharedConfigText.decode(
            Buffer.concat([Buffer.from('[ü]\n# '), Buffer.from([0xfc]), Buffer.from('\nk = ü')])
        );
        expect(brokenLine).to.equal(2);
        expect(SharedConfigText.readable(text)).to.equal('[ü]\n# \ufffd\nk = ü');
    });
});
