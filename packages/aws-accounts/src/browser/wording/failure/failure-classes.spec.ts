import { expect } from 'chai';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { ProfileProblem } from '../../../common/connection/profile-problem';
import { profile } from '../../test/snapshot-samples';
import { failureText } from './failure-wording';

const LOCATION = { file: '/home/jo/.aws/config', line: 7 };
const invalid = (problem: ProfileProblem): AwsFailure => ({ reason: 'profileInvalid', subject: 'dev', location: LOCATION, problem });

/** Every class of trouble that people meet with, in the words of a person: what is said, and the one button beside it. */
const CLASSES: readonly (readonly [name: string, failure: AwsFailure, text: string, action: string])[] = [
    ['DNS', { reason: 'hostNotFound', subject: 'dev' },
        'The host for dev was not found (DNS). Check the network, the VPN, and the region; every sign-in is kept.', 'Try Again'],
    ['TLS and certificate authorities', { reason: 'tls', subject: 'dev' },
        'The certificate of dev was not accepted. If a proxy inspects the traffic, name its certificate authority in AWS_CA_BUNDLE, '
            + 'NODE_EXTRA_CA_CERTS or ca_bundle.',
        'Open Config File'],
    ['a proxy', { reason: 'proxy', subject: 'dev' },
        'The proxy did not let the call for dev through. Check http.proxy in the settings, HTTPS_PROXY, NO_PROXY, and the proxy\'s user '
            + 'name and password; every sign-in is kept.',
        'Try Again'],
    ['a clock that is off', { reason: 'clockSkew', subject: 'dev', clockSkewMs: 20 * 60_000 },
        'The clock of this machine is 20 minutes ahead of dev. Set the clock, then try again.', 'Try Again'],
    ['throttling', { reason: 'throttled', subject: 'dev' }, 'dev asks to slow down. Wait a moment, then try again.', 'Try Again'],
    [
        'no network',
        { reason: 'network', subject: 'dev' },
        'dev cannot be reached. Check the network, the VPN and the proxy; every sign-in is kept.',
        'Try Again'
    ],
    [
        'a closed port',
        { reason: 'connectionRefused', subject: 'dev' },
        'The host for dev refused the connection. Check the VPN, the firewall, and configured endpoint URLs; every sign-in is kept.',
        'Try Again'
    ],
    ['no answer', { reason: 'timedOut', subject: 'dev' }, 'dev did not answer in time. Every sign-in is kept; try again.', 'Try Again'],
    [
        'trouble of AWS',
        { reason: 'server', subject: 'dev' },
        'dev has trouble of its own at the moment. Every sign-in is kept; try again in a while.',
        'Try Again'
    ],
    [
        'the sign-in page of a network',
        { reason: 'malformedResponse', subject: 'dev' },
        'dev sent an answer that AWS would not send. A proxy, or the sign-in page of a network, may stand in between.',
        'Try Again'
    ],
    [
        'an endpoint that is no address',
        { reason: 'invalidEndpoint', subject: 'AWS_ENDPOINT_URL' },
        'AWS_ENDPOINT_URL has to begin with http:// or https://, followed by a host. Nothing was sent.',
        'Show Accounts'
    ],
    [
        'an endpoint at which others could read keys',
        { reason: 'invalidEndpoint', subject: 'endpoint_url', detail: 'insecure' },
        'endpoint_url leads to another machine by plain HTTP, where others could read your credentials on the way. Use HTTPS. Nothing was '
            + 'sent.',
        'Show Accounts'
    ],
    [
        'a wrong region',
        { reason: 'wrongRegion', subject: 'dev' },
        'AWS does not serve dev in this region: it is not enabled for the account, or lacks the service. Choose another region.',
        'Change Region...'
    ],
    [
        'expired credentials',
        { reason: 'expiredCredentials', subject: 'dev' },
        'The credentials of dev have expired and must be renewed.',
        'Open Config File'
    ],
    ['a sign-in that ended', { reason: 'signInRequired', subject: 'corp' }, 'corp needs a sign-in.', 'Sign In...'],
    [
        'a Builder ID sign-in that ended', { reason: 'signInRequired', subject: '__RESERVED__AwsBuilderId' },
        'AWS Builder ID needs a sign-in.', 'Sign In...'
    ],
    ['a registration that ended', { reason: 'registrationExpired', subject: 'corp' },
        'The registration of this IDE with corp has run out; a sign-in makes a new one.', 'Sign In...'],
    ['a session of aws login that ended', { reason: 'awsLoginRequired', subject: 'dev' },
        'The sign-in with AWS Management Console for dev has ended, or there is none. After the next one the profile connects by itself.',
        'Sign in with AWS Management Console'],
    [
        'revoked keys', { reason: 'invalidCredentials', subject: 'dev' },
        'AWS does not know the credentials of dev: they are wrong, deleted or revoked.', 'Open Config File'
    ],
    ['access denied', { reason: 'accessDenied', subject: 'dev' },
        'AWS does not allow this for dev. Use another profile, or ask the administrator of the account.', 'Use Another Profile...'],
    ['a role\'s settings', { reason: 'invalidRequest', about: 'profile', subject: 'dev', detail: 'ValidationError' },
        'AWS did not accept the settings of dev. Check role_arn, role_session_name, external_id, mfa_serial, and duration_seconds.',
        'Open Config File'],
    ['a name that no file can hold', { reason: 'invalidRequest', about: 'fileEntry', subject: 'a]b', detail: 'invalidName' },
        'a]b cannot be written to the file as it is.', 'Open Config File'],
    ['a start URL', { reason: 'invalidRequest', subject: 'https://corp.awsapps.com/start' },
        'https://corp.awsapps.com/start was not accepted. Check the start URL and the region.', 'Sign In...'],
    [
        'a missing source', invalid({ kind: 'sourceProfileNotFound', name: 'gone' }),
        'Profile dev cannot be used: source profile "gone" does not exist.', 'Open Config File'
    ],
    ['a circular source', invalid({ kind: 'sourceProfileCycle', names: ['dev', 'ops', 'dev'] }),
        'Profile dev cannot be used: source profiles go round in a circle: dev → ops → dev.', 'Open Config File'],
    ['an unknown credential source', invalid({ kind: 'invalidValue', key: 'credential_source', value: 'Moon' }),
        'Profile dev cannot be used: credential_source cannot be "Moon".', 'Open Config File'],
    ['a credential source without credentials', { reason: 'credentialSourceEmpty', subject: 'dev' },
        'dev takes its credentials from the machine of the IDE, which gives none.', 'Open Config File'],
    ['an unreadable file', { reason: 'fileUnreadable', subject: '/home/jo/.aws/config' },
        '/home/jo/.aws/config cannot be read. Check its owner and its permissions.', 'Read Files Again'],
    ['an unwritable file', { reason: 'fileUnwritable', subject: '/home/jo/.aws/config' },
        '/home/jo/.aws/config cannot be written. Check the owner, the permissions and the space on the disk.', 'Read Files Again'],
    [
        'a file that AWS tools do not read',
        { reason: 'fileBroken', location: LOCATION, trouble: { kind: 'encoding', name: 'UTF-16' } },
        'config:7 is not readable for AWS tools, because it is encoded in UTF-16. Save it as UTF-8; until then nothing is written to it.',
        'Open Config File'
    ],
    [
        'a section that stands there twice',
        { reason: 'fileBroken', location: LOCATION, trouble: { kind: 'twice', line: 9 } },
        'config:7 and line 9 say the same thing twice. AWS tools differ in which of the two counts: keep one.',
        'Open Config File'
    ],
    ['a broken line', { reason: 'fileBroken', location: LOCATION }, 'config:7 cannot be understood.', 'Open Config File'],
    [
        'a process that failed',
        { reason: 'processFailed', subject: 'dev', detail: '3: boom', location: LOCATION },
        'The credential_process of dev ended with an error, or gave no credentials.',
        'Open Config File'
    ],
    [
        'a second factor',
        { reason: 'mfaRequired', subject: 'dev' },
        'dev needs the code of a multi-factor authentication device.',
        'Enter Code...'
    ]
];

describe('the classes of trouble', () => {

    for (const [name, failure, text, action] of CLASSES) {
        it(`${name}: "${text}" [${action}]`, () => {
            const found = failureText(failure, profile('dev'));
            expect(found.message).to.equal(text);
            expect(found.action?.label).to.equal(action);
        });
    }

    it('have each a text of its own, without stack traces and nothing unknown', () => {
        const texts = CLASSES.map(([, failure]) => failureText(failure, profile('dev')).message);
        expect(new Set(texts).size).to.equal(CLASSES.length);
        expect(texts.join('\n')).to.not.match(/ at .*:\d+:\d+|unknown|undefined|Error:/i);
    });
});
