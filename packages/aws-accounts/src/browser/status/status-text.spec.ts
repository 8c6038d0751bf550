import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../../common/state/connection-state';
import { TokenServices } from '../../common/token-service/token-services';
import { BUILDER_ID, CONNECTED, CORP, ENVIRONMENT, entry, MINUTE, NOW, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { iamStatus } from './iam-status';
import type { StatusText } from './status-text';
import { tokenServiceStatus } from './token-service-status';

const dev = profile('dev');
const anywhere = profile('dev', { region: { name: 'us-east-1', origin: 'default' } });

function iam(state: ConnectionState, connection = dev): AwsAccountsSnapshot {
    return snapshot([entry(connection, state)], { uses: { awsServices: connection.id } });
}

function token(state: ConnectionState, connection: typeof BUILDER_ID | typeof CORP = BUILDER_ID): AwsAccountsSnapshot {
    return snapshot([entry(connection, state)], { uses: { codeWhisperer: connection.id } });
}

function said({ text, icon }: StatusText): readonly (string | undefined)[] {
    return [text, icon];
}

describe('the status of AWS services', () => {
    const table: readonly (readonly [string, AwsAccountsSnapshot | undefined, string, string | undefined])[] = [
        ['connected: who and where', iam(CONNECTED), 'AWS: dev 111122223333 eu-central-1', undefined],
        [
            'remembered and not asked yet: profile and region',
            iam({ kind: 'notConnected' }, profile('dev', { accountId: '444455556666' })),
            'AWS: dev eu-central-1',
            undefined
        ],
        [
            'marked as production: a word',
            iam(CONNECTED, profile('dev', { production: true })),
            'AWS: dev production 111122223333 eu-central-1',
            undefined
        ],
        [
            'marked as production and expired',
            iam({ kind: 'expired' }, profile('dev', { production: true })),
            'AWS: dev production expired',
            'history'
        ],
        ['a region that nobody chose', iam({ kind: 'notConnected' }, anywhere), 'AWS: dev us-east-1 (default)', undefined],
        ['connecting', iam({ kind: 'connecting' }), 'AWS: dev connecting…', 'sync~spin'],
        ['expired', iam({ kind: 'expired' }), 'AWS: dev expired', 'history'],
        ['unreachable', iam({ kind: 'unreachable', failure: { reason: 'network' } }), 'AWS: dev unreachable', 'debug-disconnect'],
        ['refused', iam({ kind: 'failed', failure: { reason: 'accessDenied' } }), 'AWS: dev refused', 'error'],
        ['not usable', iam({ kind: 'invalid' }), 'AWS: dev not usable', 'warning'],
        ['nothing: an invitation', snapshot([]), 'AWS: choose profile', undefined],
        ['nothing known yet', undefined, 'AWS: choose profile', undefined],
        ['a remembered profile that is gone', snapshot([], { uses: { awsServices: 'profile:gone' } }), 'AWS: choose profile', undefined]
    ];
    for (const [name, source, text, icon] of table) {
        it(`${name}: ${text}`, () => expect(said(iamStatus(source, NOW))).to.deep.equal([text, icon]));
    }

    it('has a colour of its own for production alone', () =>
        expect(
            [dev, profile('dev', { production: true })].map(connection => iamStatus(iam(CONNECTED, connection), NOW).production)
        ).to.deep.equal([undefined, true]));

    it('turns to expired when the credentials run out', () =>
        expect(iamStatus(iam(CONNECTED), NOW + 53 * MINUTE).text).to.equal('AWS: dev expired'));

    it('does not call the environment of the backend a profile', () =>
        expect(iamStatus(iam(CONNECTED, ENVIRONMENT), NOW).tooltip)
            .to.contain('IAM credentials of the backend\'s environment').and.not.contain('IAM profile'));

    it('has everything in its tooltip', () => {
        const { tooltip } = iamStatus(iam(CONNECTED), NOW);
        for (const part of [
            'AWS services',
            'IAM profile dev',
            '52 min left',
            'Account: 111122223333',
            'ARN: arn:',
            '/home/jo/.aws/config:5',
            'Click to use another profile or region.'
        ]) {
            expect(tooltip).to.contain(part);
        }
    });
});

describe('the status of CodeWhisperer', () => {
    const table: readonly (readonly [string, AwsAccountsSnapshot | undefined, string, string | undefined])[] = [
        ['Builder ID', token(SIGNED_IN), 'CodeWhisperer: Builder ID', undefined],
        ['an organization', token(SIGNED_IN, CORP), 'CodeWhisperer: corp', undefined],
        ['expired', token({ kind: 'expired' }, CORP), 'CodeWhisperer: corp expired', 'history'],
        [
            'unreachable',
            token({ kind: 'unreachable', failure: { reason: 'network' } }),
            'CodeWhisperer: Builder ID unreachable',
            'debug-disconnect'
        ],
        ['signed out', token({ kind: 'signedOut' }), 'CodeWhisperer: Builder ID signed out', undefined],
        ['a sign-in under way', token({ kind: 'signingIn' }), 'CodeWhisperer: Builder ID signing in…', 'sync~spin'],
        ['nothing: an invitation', snapshot([]), 'CodeWhisperer: sign in', undefined],
        ['nothing known yet', undefined, 'CodeWhisperer: sign in', undefined]
    ];
    for (const [name, source, text, icon] of table) {
        it(`${name}: ${text}`, () => expect(said(tokenServiceStatus(TokenServices.CODEWHISPERER, source, NOW)))
            .to.deep.equal([text, icon]));
    }
});
