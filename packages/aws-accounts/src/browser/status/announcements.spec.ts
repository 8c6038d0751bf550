import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { BUILDER_ID, CONNECTED, entry, MINUTE, NOW, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { announcements } from './announcements';

const dev = profile('dev');

function news(before: AwsAccountsSnapshot, after: AwsAccountsSnapshot, later = 0): string[] {
    return announcements({ snapshot: before, now: NOW }, { snapshot: after, now: NOW + later });
}

describe('what is announced', () => {
    const atRest = snapshot([entry(dev, { kind: 'notConnected' })]);
    const connected = snapshot([entry(dev, CONNECTED)]);

    it('is a new state, with how long it lasts', () =>
        expect(news(atRest, connected)).to.deep.equal(['IAM profile dev: connected, 52 min left']));

    it('is said once', () => expect(news(connected, connected)).to.be.empty);

    it('is that something ran out, which no snapshot tells', () =>
        expect(news(connected, connected, 53 * MINUTE)).to.deep.equal(['IAM profile dev: expired']));

    it('is what a use is connected with', () => {
        const used = { ...connected, uses: { awsServices: dev.id } };
        expect(news(connected, used)).to.deep.equal(['IAM profile dev: in use for AWS services']);
        expect(news(used, connected)).to.deep.equal(['AWS services: Not connected: choose a profile…']);
    });

    it('is another region, and the mark of production', () => {
        const of = (own: Partial<typeof dev>): AwsAccountsSnapshot => snapshot([entry(profile('dev', own), { kind: 'notConnected' })]);
        expect(news(of({}), of({ region: { name: 'eu-west-1', origin: 'chosen' } })))
            .to.deep.equal(['IAM profile dev: eu-west-1 (chosen here)']);
        expect(news(of({}), of({ production: true }))).to.deep.equal(['IAM profile dev: production']);
        expect(news(of({ production: true }), of({ production: false }))).to.deep.equal(['IAM profile dev: no longer production']);
    });

    it('is another developer profile of a service', () => {
        const of = (name: string, id: string): AwsAccountsSnapshot =>
            ({
                ...atRest, developerProfiles: { codeWhisperer: { arn: `arn:aws:codewhisperer:us-east-1:111122223333:profile/${id}`, name } }
            });
        expect(news(atRest, of('Web team', 'A'))).to.deep.equal(['CodeWhisperer: Web team · 111122223333 · us-east-1']);
        expect(news(of('Web team', 'A'), of('Data team', 'B'))).to.deep.equal(['CodeWhisperer: Data team · 111122223333 · us-east-1']);
        expect(news(of('Web team', 'A'), atRest)).to.be.empty;
    });

    it('is not a refreshed token, nor a connection that was not there before', () => {
        expect(
            news(
                snapshot([entry(BUILDER_ID, SIGNED_IN)]),
                snapshot([entry(BUILDER_ID, { ...SIGNED_IN, scopes: [] } as typeof SIGNED_IN), entry(dev, CONNECTED)])
            )
        ).to.be.empty;
    });
});
