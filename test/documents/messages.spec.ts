import { expect } from 'chai';
import { join } from 'node:path';
import { textOf } from './document';
import { sourceTexts } from './source-texts';

const FAILURES = 'theia/aws-accounts/failure/';
/** Messages of the backend's environment: they say of it what is said of profiles. */
const OF_ENVIRONMENT = /^environment/;

describe('The page about messages', function () {
    this.timeout(180_000);

    it('explains every message about a failure in its very words, and nothing that the product does not say', async () => {
        const page = textOf(join('docs', 'using', 'messages.md'));
        const explained = [...page.matchAll(/^\| (.*…[^|]*) \|.*\|.*\|$/gm)].map(([, message]) => message);
        const said = Object.entries(await sourceTexts())
            .filter(([key, text]) => key.startsWith(FAILURES) && !OF_ENVIRONMENT.test(key.slice(FAILURES.length)) && text.includes('{0}'))
            .map(([, text]) => text.replace(/\{\d+\}/g, '…'));
        expect(said.length).to.be.greaterThan(30);
        expect(explained).to.have.members(said);
    });
});
