import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailureReason } from '../../../common/state/aws-accounts-error';

/** The failure and its remedy, in one or two sentences. `subject` is the thing that it is about. */
type Message = (subject: string) => string;

export const REASON_MESSAGES: { readonly [reason in AwsFailureReason]: Message } = {
    network: subject => nls.localize(
        'theia/aws-accounts/failure/network',
        '{0} cannot be reached. Check the network, the VPN and the proxy; every sign-in is kept.',
        subject
    ),
    hostNotFound: subject => nls.localize(
        'theia/aws-accounts/failure/hostNotFound',
        'The host for {0} was not found (DNS). Check the network, the VPN, and the region; every sign-in is kept.',
        subject
    ),
    connectionRefused: subject => nls.localize(
        'theia/aws-accounts/failure/connectionRefused',
        'The host for {0} refused the connection. Check the VPN, the firewall, and configured endpoint URLs; every sign-in is kept.',
        subject
    ),
    proxy: subject => nls.localize(
        'theia/aws-accounts/failure/proxy',
        'The proxy did not let the call for {0} through. Check http.proxy in the settings, HTTPS_PROXY, NO_PROXY, and the proxy\'s user '
            + 'name and password; every sign-in is kept.',
        subject
    ),
    timedOut: subject => nls.localize(
        'theia/aws-accounts/failure/timedOut', '{0} did not answer in time. Every sign-in is kept; try again.', subject
    ),
    tls: subject => nls.localize(
        'theia/aws-accounts/failure/tls',
        'The certificate of {0} was not accepted. If a proxy inspects the traffic, name its certificate authority in AWS_CA_BUNDLE, '
            + 'NODE_EXTRA_CA_CERTS or ca_bundle.',
        subject
    ),
    server: subject => nls.localize(
        'theia/aws-accounts/failure/server', '{0} has trouble of its own at the moment. Every sign-in is kept; try again in a while.',
        subject
    ),
    throttled: subject => nls.localize(
        'theia/aws-accounts/failure/throttled', '{0} asks to slow down. Wait a moment, then try again.', subject
    ),
    malformedResponse: subject => nls.localize(
        'theia/aws-accounts/failure/malformedResponse',
        '{0} sent an answer that AWS would not send. A proxy, or the sign-in page of a network, may stand in between.',
        subject
    ),
    signInRequired: subject => nls.localize('theia/aws-accounts/failure/signInRequired', '{0} needs a sign-in.', subject),
    awsLoginRequired: subject =>
        nls.localize(
            'theia/aws-accounts/failure/awsLoginRequired',
            'The sign-in with AWS Management Console for {0} has ended, or there is none. After the next one the profile connects by '
                + 'itself.',
            subject
        ),
    registrationExpired: subject =>
        nls.localize(
            'theia/aws-accounts/failure/registrationExpired',
            'The registration of this IDE with {0} has run out; a sign-in makes a new one.',
            subject
        ),
    accessDenied: subject =>
        nls.localize(
            'theia/aws-accounts/failure/accessDenied',
            'AWS does not allow this for {0}. Use another profile, or ask the administrator of the account.',
            subject
        ),
    invalidCredentials: subject =>
        nls.localize(
            'theia/aws-accounts/failure/invalidCredentials',
            'AWS does not know the credentials of {0}: they are wrong, deleted or revoked.',
            subject
        ),
    expiredCredentials: subject =>
        nls.localize('theia/aws-accounts/failure/expiredCredentials', 'The credentials of {0} have expired and must be renewed.', subject),
    clockSkew: subject =>
        nls.localize(
            'theia/aws-accounts/failure/clockSkew',
            'The clock of this machine is too far off for {0}. Set the clock, then try again.',
            subject
        ),
    wrongRegion: subject =>
        nls.localize(
            'theia/aws-accounts/failure/wrongRegion',
            'AWS does not serve {0} in this region: it is not enabled for the account, or lacks the service. Choose another region.',
            subject
        ),
    invalidRequest: subject =>
        nls.localize('theia/aws-accounts/failure/invalidRequest', '{0} was not accepted. Check the start URL and the region.', subject),
    startUrlRefused: subject => nls.localize(
        'theia/aws-accounts/failure/startUrlRefused', '{0} does not lead to AWS. Check the start URL.', subject
    ),
    invalidScope: subject =>
        nls.localize('theia/aws-accounts/failure/invalidScope', '{0} does not grant what was asked for. Another sign-in may.', subject),
    profileNotFound: subject =>
        nls.localize('theia/aws-accounts/failure/profileNotFound', 'There is no profile {0} in the config and credentials files.', subject),
    profileInvalid: subject =>
        nls.localize('theia/aws-accounts/failure/profileInvalid', 'Profile {0} does not describe credentials that can be used.', subject),
    invalidEndpoint: subject =>
        nls.localize(
            'theia/aws-accounts/failure/invalidEndpoint',
            '{0} has to begin with http:// or https://, followed by a host. Nothing was sent.',
            subject
        ),
    processFailed: subject =>
        nls.localize(
            'theia/aws-accounts/failure/processFailed',
            'The credential_process of {0} ended with an error, or gave no credentials.',
            subject
        ),
    credentialSourceEmpty: subject =>
        nls.localize(
            'theia/aws-accounts/failure/credentialSourceEmpty',
            '{0} takes its credentials from the machine of the IDE, which gives none.',
            subject
        ),
    mfaRequired: subject =>
        nls.localize('theia/aws-accounts/failure/mfaRequired', '{0} needs the code of a multi-factor authentication device.', subject),
    fileUnreadable: subject =>
        nls.localize('theia/aws-accounts/failure/fileUnreadable', '{0} cannot be read. Check its owner and its permissions.', subject),
    fileUnwritable: subject =>
        nls.localize(
            'theia/aws-accounts/failure/fileUnwritable',
            '{0} cannot be written. Check the owner, the permissions and the space on the disk.',
            subject
        ),
    fileBroken: subject => nls.localize('theia/aws-accounts/failure/fileBroken', '{0} cannot be understood.', subject),
    connectionNotFound: subject => nls.localize('theia/aws-accounts/failure/connectionNotFound', '{0} is not there any more.', subject),
    internal: subject =>
        nls.localize('theia/aws-accounts/failure/internal', 'AWS Accounts made a mistake with {0}. The log of the IDE says more.', subject)
};
