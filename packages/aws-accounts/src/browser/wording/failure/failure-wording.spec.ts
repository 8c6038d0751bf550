import { expect } from 'chai';
import type { AwsFailure, AwsFailureReason, ProcessTrouble } from '../../../common/state/aws-accounts-error';
import { CORP, ENVIRONMENT, profile } from '../../test/snapshot-samples';
import { failureText } from './failure-wording';

/** For each reason: a part of its message that no other has, and the command of its action. */
const REASONS: { readonly [reason in AwsFailureReason]: readonly [string, string] } = {
    network: ['cannot be reached', 'aws.accounts.useProfile'],
    hostNotFound: ['was not found (DNS)', 'aws.accounts.useProfile'],
    connectionRefused: ['refused the connection', 'aws.accounts.useProfile'],
    proxy: ['The proxy did not let', 'aws.accounts.useProfile'],
    timedOut: ['did not answer in time', 'aws.accounts.useProfile'],
    tls: ['certificate of', 'aws.accounts.openConfigFile'],
    server: ['trouble of its own', 'aws.accounts.useProfile'],
    throttled: ['asks to slow down', 'aws.accounts.useProfile'],
    malformedResponse: ['answer that AWS would not send', 'aws.accounts.useProfile'],
    signInRequired: ['needs a sign-in', 'aws.accounts.signIn'],
    awsLoginRequired: ['sign-in with AWS Management Console', 'aws.accounts.signIn'],
    registrationExpired: ['registration of this IDE', 'aws.accounts.signIn'],
    accessDenied: ['does not allow this', 'aws.accounts.useProfile'],
    invalidCredentials: ['wrong, deleted or revoked', 'aws.accounts.openConfigFile'],
    expiredCredentials: ['have expired', 'aws.accounts.openConfigFile'],
    clockSkew: ['clock of this machine', 'aws.accounts.useProfile'],
    wrongRegion: ['Choose another region', 'aws.accounts.changeRegion'],
    startUrlRefused: ['does not lead to AWS', 'aws.accounts.signIn'],
    invalidRequest: ['start URL and the region', 'aws.accounts.signIn'],
    invalidScope: ['does not grant', 'aws.accounts.signIn'],
    profileNotFound: ['There is no profile', 'aws.accounts.useProfile'],
    profileInvalid: ['does not describe credentials', 'aws.accounts.openConfigFile'],
    invalidEndpoint: ['has to begin with http', 'aws.accounts.openView'],
    processFailed: ['credential_process of', 'aws.accounts.openConfigFile'],
    credentialSourceEmpty: ['the machine of the IDE, which gives none', 'aws.accounts.openConfigFile'],
    mfaRequired: ['multi-factor', 'aws.accounts.useProfile'],
    fileUnreadable: ['cannot be read.', 'aws.accounts.refresh'],
    fileUnwritable: ['cannot be written', 'aws.accounts.refresh'],
    fileBroken: ['cannot be understood', 'aws.accounts.openConfigFile'],
    connectionNotFound: ['not there any more', 'aws.accounts.openView'],
    internal: ['made a mistake', 'aws.accounts.openView']
};
const ALL = Object.keys(REASONS) as AwsFailureReason[];

describe('the words for failures', () => {
    for (const reason of ALL) {
        const [part, command] = REASONS[reason];
        it(`${reason}: "${part}", and ${command} helps`, () => {
            const text = failureText({ reason, subject: 'SUBJECT' }, profile('dev'));
            expect(text.message).to.contain(part).and.to.contain('SUBJECT');
            expect(text.action?.command).to.equal(command);
            expect(text.action?.label).to.not.be.empty;
        });
    }

    it('gives each reason a text of its own', () =>
        expect(new Set(ALL.map(reason => failureText({ reason }).message)).size).to.equal(ALL.length));

    it('reads well without a subject', () => {
        expect(failureText({ reason: 'network' }).message).to.match(/^AWS cannot be reached\./);
        expect(failureText({ reason: 'accessDenied' }).message).to.contain('for this connection');
        expect(ALL.map(reason => failureText({ reason }).message).join(' ')).to.not.match(/undefined|unknown|\{\d\}/i);
    });

    const named: readonly (readonly [id: string, name: string])[] = [
        ['profile:dev', 'dev'], ['profile:profile:dev', 'profile:dev'], ['sso-session:corp', 'corp'], ['builder-id', 'AWS Builder ID'],
        ['environment', 'The backend\'s environment'], ['dev', 'dev']
    ];
    for (const [subject, name] of named) {
        it(`names a connection by its name and not by its id: ${subject}`, () => {
            expect(failureText({ reason: 'connectionNotFound', subject }).message).to.equal(`${name} is not there any more.`);
            expect(failureText({ reason: 'invalidScope', subject }).message)
                .to.equal(`${name} does not grant what was asked for. Another sign-in may.`);
            const own = failureText({ reason: 'signInRequired', subject, detail: 'ownSignIn' }).message;
            expect(own).to.match(new RegExp(`^The sign-in to ${name} also opens your AWS accounts`));
        });
    }

    it('names a profile that is called like an id as its owner calls it', () =>
        expect(failureText({ reason: 'profileNotFound', subject: 'profile:dev' }).message).to.contain('There is no profile profile:dev'));

    it('does not send a person to permissions where others keep writing to the file', () =>
        expect(failureText({ reason: 'fileUnwritable', subject: '~/.aws/config', trouble: { kind: 'contended' } }).message).to.equal(
            '~/.aws/config was not changed, because other programs keep writing to it. Try again when they are done.'
        ));

    it('says by how much the clock is off', () => {
        expect(failureText({ reason: 'clockSkew', subject: 'dev', clockSkewMs: 20 * 60_000 }).message).to.contain(
            '20 minutes ahead of dev'
        );
        expect(failureText({ reason: 'clockSkew', subject: 'dev', clockSkewMs: -3 * 3_600_000 }).message).to.contain(
            '180 minutes behind dev'
        );
    });

    it('says what is wrong with a profile', () =>
        expect(
            failureText({ reason: 'profileInvalid', subject: 'ops', problem: { kind: 'sourceProfileCycle', names: ['ops', 'dev', 'ops'] } })
                .message
        )
            .to.contain('Profile ops cannot be used')
            .and.to.contain('ops → dev → ops'));

    const processes: readonly (readonly [ProcessTrouble, string])[] = [
        [{ kind: 'exited', code: 3, said: 'vault is locked' }, 'The credential_process of ops ended with exit code 3: vault is locked'],
        [{ kind: 'exited', code: 1, said: '' }, 'The credential_process of ops ended with exit code 1.'],
        [{ kind: 'exited', said: '' }, 'The credential_process of ops was killed.'],
        [{ kind: 'notStarted', code: 'ENOENT' }, 'The credential_process of ops cannot be started (ENOENT).'],
        [{ kind: 'malformed', problem: 'Version' }, 'The credential_process of ops printed no credentials (Version).']
    ];
    for (const [process, message] of processes) {
        it(`says how a process failed: "${message}"`, () =>
            expect(failureText({ reason: 'processFailed', subject: 'ops', process }).message).to.equal(message));
    }

    it('does not repeat what the other side said, which is for the details', () =>
        expect(failureText({ reason: 'server', detail: 'at Object.<anonymous> (x.js:1:1)' }).message).to.not.contain('x.js'));

    it('acts on the connection that failed', () => {
        expect(failureText({ reason: 'network' }, profile('dev')).action?.args).to.deep.equal(['profile:dev']);
        expect(failureText({ reason: 'network' }, CORP).action).to.include({ command: 'aws.accounts.signIn' });
    });

    it('signs a profile in through its SSO session', () => {
        const action = (ssoSession: string): unknown =>
            failureText({ reason: 'expiredCredentials' }, profile('dev', { source: 'ssoSession', ssoSession })).action;
        expect(action('corp')).to.deep.include({ command: 'aws.accounts.signIn', args: ['sso-session:corp'] });
        expect(action(CORP.startUrl)).to.deep.include({ command: 'aws.accounts.signIn', args: [] });
    });

    it('signs in to the console for the profile that names the session, not for the one that goes through it', () =>
        expect(failureText({ reason: 'awsLoginRequired', subject: 'console' }, profile('dev')).action?.args).to.deep.equal([
            'profile:console'
        ]));

    it('opens the file where the failure is, at the line', () => {
        const location = { file: '/home/jo/.aws/credentials', line: 7 };
        expect(failureText({ reason: 'fileBroken', location })).to.deep.equal({
            message: 'credentials:7 cannot be understood.',
            action: { label: 'Open Credentials File', command: 'aws.accounts.openCredentialsFile', args: [location] }
        });
    });

    const environment: readonly (readonly [AwsFailure, string])[] = [
        [
            { reason: 'invalidCredentials' },
            'AWS does not know the credentials of the backend\'s environment: they are wrong, deleted or revoked.'
        ],
        [
            { reason: 'network' },
            'The backend\'s environment cannot be reached. Check the network, the VPN and the proxy; every sign-in is kept.'
        ],
        [{ reason: 'profileInvalid', problem: { kind: 'missingKey', key: 'AWS_SECRET_ACCESS_KEY' } },
            'The backend\'s environment cannot be used: AWS_SECRET_ACCESS_KEY is missing.'],
        [{ reason: 'profileInvalid' }, 'The backend\'s environment does not describe credentials that can be used.']
    ];
    for (const [failure, message] of environment) {
        it(`does not call the environment a profile: "${message}"`, () =>
            expect(failureText({ ...failure, subject: 'Environment' }, ENVIRONMENT).message).to.equal(message));
    }

    it('calls a profile by its name, even one called Environment', () =>
        expect(failureText({ reason: 'invalidCredentials', subject: 'Environment' }, profile('Environment')).message).to.contain(
            'the credentials of Environment:'
        ));

    it('offers another profile where the environment of the backend failed, which no file describes', () => {
        for (const reason of ['invalidCredentials', 'expiredCredentials', 'credentialSourceEmpty', 'profileInvalid'] as const) {
            expect(failureText({ reason, subject: 'Environment' }, ENVIRONMENT).action, reason).to.deep.include({
                command: 'aws.accounts.useProfile',
                args: []
            });
        }
    });

    it('opens the last section of a profile whose keys are wrong, where keys stand', () => {
        const key = { file: '/home/jo/.aws/credentials', line: 2 };
        const action = failureText(
            { reason: 'invalidCredentials' },
            profile('dev', { locations: [{ file: '/home/jo/.aws/config', line: 5 }, key] })
        ).action;
        expect(action).to.deep.include({ command: 'aws.accounts.openCredentialsFile', args: [key] });
    });
});
