import { expect } from 'chai';
import type { ConnectionState } from '../../common/state/connection-state';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { SIGNED_IN } from '../test/snapshot-samples';
import { sessionEndMessage } from './session-end-message';

describe('What is said at the end of a sign-in', () => {
    const CORP: AwsConnection = {
        kind: 'identityCenter',
        id: 'sso-session:corp',
        name: 'corp',
        startUrl: 'https://d-1234567890.awsapps.com/start',
        region: 'us-east-1'
    };
    const DEV: AwsConnection = {
        kind: 'iamProfile',
        id: 'profile:dev',
        name: 'dev',
        source: 'sessionToken',
        region: { name: 'us-east-1', origin: 'profile' },
        locations: []
    };

    it('names what has ended, and offers to sign in again', () => {
        expect(
            sessionEndMessage({ kind: 'ended', connectionId: CORP.id }, { connection: CORP, state: { kind: 'expired' } }, CORP.id)
        ).to.deep.equal({
            text: 'The sign-in of corp has ended.',
            action: 'Sign In Again',
            command: 'aws.accounts.signIn',
            args: ['sso-session:corp']
        });
    });

    it('says beforehand that it ends soon', () => {
        const { text } = sessionEndMessage(
            { kind: 'endsSoon', connectionId: CORP.id, expiresAt: '2026-03-01T09:00:00Z' },
            { connection: CORP, state: SIGNED_IN },
            CORP.id
        );
        expect(text).to.equal('The sign-in of corp ends in a few minutes.');
    });

    it('offers another profile where nobody can sign in', () => {
        const message = sessionEndMessage(
            { kind: 'ended', connectionId: DEV.id },
            { connection: DEV, state: { kind: 'expired' } },
            undefined
        );
        expect(message).to.deep.include({ action: 'Use Another Profile...', command: 'aws.accounts.useProfile', args: [] });
    });

    it('offers to sign in to the console for the profile whose session it was', () => {
        const state: ConnectionState = { kind: 'expired', failure: { reason: 'awsLoginRequired', subject: 'console' } };
        const message = sessionEndMessage({ kind: 'ended', connectionId: DEV.id }, { connection: DEV, state }, undefined);
        expect(message).to.deep.include({
            action: 'Sign in with AWS Management Console',
            command: 'aws.accounts.signIn',
            args: ['profile:console']
        });
    });
});
