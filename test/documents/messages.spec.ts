import { expect } from 'chai';
import { join } from 'node:path';
import type { AwsFailureReason } from 'theia-aws-accounts/lib/common';
import { failureMessage } from 'theia-aws-accounts/lib/browser/wording/failure-message';
import { textOf } from './document';

/** Every reason, read from the type: a union has no values to ask for. */
function reasons(): AwsFailureReason[] {
    const source = textOf(join('packages', 'aws-accounts', 'src', 'common', 'state', 'aws-accounts-error.ts'));
    const [union] = /export type AwsFailureReason =[\s\S]*?;\n\n/.exec(source) ?? [''];
    return [...union.matchAll(/\| '(\w+)'/g)].map(([, reason]) => reason as AwsFailureReason);
}

describe('The page about messages', () => {
    const page = textOf(join('docs', 'using', 'messages.md'));

    for (const reason of reasons()) {
        it(`explains each message in its very words: ${reason}`, () => expect(page).to.contain(`| ${failureMessage({ reason, subject: '…' })} |`));
    }

    it('explains nothing that the product does not say', () => {
        const explained = [...page.matchAll(/^\| (.*…[^|]*) \|.*\|.*\|$/gm)].map(([, message]) => message);
        expect(explained).to.have.members(reasons().map(reason => failureMessage({ reason, subject: '…' })));
    });
});
