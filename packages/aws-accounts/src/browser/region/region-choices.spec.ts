import { expect } from 'chai';
import type { ConnectionState } from '../../common/state/connection-state';
import { BUILDER_ID, CONNECTED, entry, profile, SIGNED_IN } from '../test/snapshot-samples';
import { regionChoices } from './region-choices';

const AT_REST: ConnectionState = { kind: 'notConnected' };
const inChina = { ...CONNECTED, identity: { accountId: '1', arn: 'arn:aws-cn:iam::111122223333:user/jo', userId: 'A' } } as ConnectionState;

describe('the regions to choose from', () => {
    const labels = (...args: Parameters<typeof entry>): string[] => regionChoices(entry(...args)).map(({ label }) => label);

    it('are those of the partition of the region', () =>
        expect(labels(profile('gov', { region: { name: 'us-gov-west-1', origin: 'profile' } }), AT_REST)).to.deep.equal([
            'us-gov-east-1',
            'us-gov-west-1'
        ]));

    it('are those of the partition that AWS confirmed', () =>
        expect(labels(profile('cn', { region: { name: 'us-east-1', origin: 'default' } }), inChina)).to.deep.equal([
            'cn-north-1',
            'cn-northwest-1'
        ]));

    it('are all while nothing tells the partition', () =>
        expect(labels(profile('dev', { region: { name: 'us-east-1', origin: 'default' } }), AT_REST)).to.include.members([
            'eu-central-1',
            'cn-north-1',
            'us-gov-west-1'
        ]));

    it('name the current one, and the way back from a choice', () => {
        const inUse = regionChoices(entry(profile('dev'), AT_REST)).filter(choice => choice.inUse);
        expect(inUse).to.deep.equal([
            { label: 'eu-central-1', description: 'Europe (Frankfurt) · in use, set by the profile', region: 'eu-central-1', inUse: true }
        ]);
        const found = { name: 'us-east-1', origin: 'default' } as const;
        expect(regionChoices(entry(profile('dev', { region: { name: 'eu-west-1', origin: 'chosen', found } }), AT_REST))[0]).to.include({
            label: "Use the profile's own region",
            description: 'us-east-1, the default, since nothing names one',
            region: undefined
        });
    });

    it('go by the names that people know', () => {
        expect(regionChoices(entry(profile('dev'), AT_REST)).find(({ region }) => region === 'ap-south-1')?.description).to.equal(
            'Asia Pacific (Mumbai)'
        );
    });

    it('are none for a token connection', () => expect(labels(BUILDER_ID, SIGNED_IN)).to.deep.equal([]));
});
