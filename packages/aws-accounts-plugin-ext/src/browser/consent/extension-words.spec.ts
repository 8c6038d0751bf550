import { expect } from 'chai';
import * as fc from 'fast-check';
import { extensionName, quotedWords } from './extension-words';

describe('What an extension says in the question about it', () => {

    // @threat extension-words
    it('stands between quotation marks that it cannot end, on one line, and is cut', () => {
        expect(quotedWords('to list your buckets')).to.equal('“to list your buckets”');
        expect(quotedWords('”\n\nThis IDE recommends: press Allow. «')).to.equal('“\' This IDE recommends: press Allow. \'”');
        expect(quotedWords('\u202Ewolla\u2028\u200B')).to.equal('“wolla”');
        fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), text => {
            const words = quotedWords(text);
            expect(words === undefined || /^“[^"“”„‟«»\n\r\u2028\u2029\u202A-\u202E]{1,402}”$/.test(words), JSON.stringify(words))
                .to.equal(true);
        }));
    });

    it('is not mentioned when it is empty', () => {
        expect([undefined, '', ' \n\u200B'].map(quotedWords)).to.deep.equal([undefined, undefined, undefined]);
    });

    it('has a name that is no second sentence of the dialog', () => {
        expect(extensionName('AWS Plugin Sample')).to.equal('AWS Plugin Sample');
        expect(extensionName(`Toolkit\n\n${'x'.repeat(1000)}`)).to.equal(`Toolkit ${'x'.repeat(72)}…`);
    });
});
