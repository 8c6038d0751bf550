import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailureReason } from '../../../common/state/aws-accounts-error';

function thisConnection(): string {
    return nls.localize('theia/aws-accounts/failure/aboutConnection', 'this connection');
}

function aFile(): string {
    return nls.localize('theia/aws-accounts/failure/aboutFile', 'A file');
}

function theSignIn(): string {
    return nls.localize('theia/aws-accounts/failure/aboutSignIn', 'The sign-in');
}

function aws(): string {
    return 'AWS';
}

/** Stands in the place of a subject that a failure does not name. */
export const DEFAULT_SUBJECTS: { readonly [reason in AwsFailureReason]: () => string } = {
    network: aws,
    hostNotFound: aws,
    connectionRefused: aws,
    proxy: aws,
    timedOut: aws,
    tls: aws,
    server: aws,
    throttled: aws,
    malformedResponse: aws,
    registrationExpired: aws,
    clockSkew: aws,
    invalidScope: aws,
    accessDenied: thisConnection,
    wrongRegion: thisConnection,
    invalidCredentials: thisConnection,
    expiredCredentials: thisConnection,
    signInRequired: thisConnection,
    awsLoginRequired: thisConnection,
    mfaRequired: thisConnection,
    processFailed: thisConnection,
    credentialSourceEmpty: thisConnection,
    profileInvalid: thisConnection,
    profileNotFound: () => nls.localize('theia/aws-accounts/failure/aboutThisName', 'of this name'),
    connectionNotFound: () => nls.localize('theia/aws-accounts/failure/aboutTheConnection', 'The connection'),
    fileUnreadable: aFile,
    fileUnwritable: aFile,
    fileBroken: aFile,
    invalidEndpoint: () => nls.localize('theia/aws-accounts/failure/aboutEndpoint', 'The configured endpoint'),
    invalidRequest: theSignIn,
    startUrlRefused: theSignIn,
    internal: () => nls.localize('theia/aws-accounts/failure/aboutRequest', 'this request')
};
