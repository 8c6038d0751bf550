import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { StartPage } from '../../../common/sign-in/start-page';
import { FoundStartPage, StartPageLookup } from './start-page-lookup';
import { foundText } from './start-url-wording';

const PORTAL: StartPage = {
    kind: 'found', startUrl: 'https://ssoins-1.portal.eu-west-1.app.aws', host: 'ssoins-1.portal.eu-west-1.app.aws', region: 'eu-west-1'
};

/** Fires when the spec says. */
class LookupWithoutPause extends StartPageLookup {

    fire: () => void = () => undefined;

    protected override readonly timer = {
        set: (_ms: number, action: () => void) => this.fire = action, dispose: () => this.fire = () => undefined
    } as never;
}

describe('StartPageLookup', () => {

    const told: (FoundStartPage | undefined)[] = [];
    let asked: string[];
    let answers: ((page: StartPage) => void)[];
    let lookup: LookupWithoutPause;

    beforeEach(() => {
        told.length = 0;
        asked = [];
        answers = [];
        const find = (startUrl: string): Promise<StartPage> => (asked.push(startUrl), new Promise(resolve => answers.push(resolve)));
        lookup = new LookupWithoutPause(find, found => told.push(found));
    });

    it('asks once the person has stopped typing, and tells what was found', async () => {
        lookup.look('https://aws.c');
        lookup.look('https://aws.corp.example');
        expect([asked, told]).to.deep.equal([[], [{ kind: 'looking' }, { kind: 'looking' }]]);
        lookup.fire();
        answers[0](PORTAL);
        await Promise.resolve();
        await new Promise(setImmediate);
        expect([asked, told.at(-1)]).to.deep.equal([['https://aws.corp.example'], PORTAL]);
    });

    it('tells nothing of what was asked before', async () => {
        lookup.look('https://aws.corp.example');
        lookup.fire();
        lookup.look(undefined);
        answers[0](PORTAL);
        await new Promise(setImmediate);
        expect(told).to.deep.equal([{ kind: 'looking' }, undefined]);
    });

    it('tells of a backend that is not there', async () => {
        lookup = new LookupWithoutPause(
            () => Promise.reject(AwsFailure.toError({ reason: 'network', subject: 'x' })), found => told.push(found)
        );
        lookup.look('https://aws.corp.example');
        lookup.fire();
        await new Promise(setImmediate);
        expect(told.at(-1)).to.deep.equal({ kind: 'failed', failure: { reason: 'network', subject: 'x' } });
    });

    it('has words for what was found', () => {
        expect(foundText(PORTAL)).to.equal('This address leads to ssoins-1.portal.eu-west-1.app.aws at AWS.');
        expect(foundText({ kind: 'looking' })).to.contain('Looking where');
        expect(foundText({ kind: 'found', startUrl: 'http://127.0.0.1:1/start', host: '127.0.0.1:1' })).to.contain('not an address of AWS');
        const startPage = { kind: 'foreignHost', host: 'evil.example' } as const;
        const failure: AwsFailure = { reason: 'startUrlRefused', subject: 'https://aws.corp.example', startPage };
        expect(foundText({ kind: 'failed', failure })).to.equal(
            'https://aws.corp.example leads to evil.example, which is not AWS, and is not followed. A start URL leads to AWS by one '
                + 'redirect.'
        );
    });
});
