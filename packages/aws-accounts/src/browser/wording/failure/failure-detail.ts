import type { AwsFailure, AwsFailureReason } from '../../../common/state/aws-accounts-error';

/** Tells whose word the detail of a failure is: that of AWS or of the operating system, or a name within this product. */
const SPEAKERS: { readonly [reason in AwsFailureReason]: 'others' | 'product' } = {
    network: 'others', hostNotFound: 'others', connectionRefused: 'others', proxy: 'others', timedOut: 'others', tls: 'others',
    server: 'others', throttled: 'others', accessDenied: 'others', invalidCredentials: 'others', expiredCredentials: 'others',
    clockSkew: 'others', wrongRegion: 'others', registrationExpired: 'others', invalidScope: 'others', fileUnreadable: 'others',
    fileUnwritable: 'others', malformedResponse: 'product', signInRequired: 'product', awsLoginRequired: 'product',
    invalidRequest: 'product', startUrlRefused: 'product', profileNotFound: 'product', profileInvalid: 'product',
    invalidEndpoint: 'product', processFailed: 'product', credentialSourceEmpty: 'product', mfaRequired: 'product',
    fileBroken: 'product', connectionNotFound: 'product', internal: 'product'
};

/** The words of the other side about a failure, for a tooltip, shown literally; `undefined`: it said nothing. */
export function failureDetail({ reason, detail, trouble }: AwsFailure): string | undefined {
    return SPEAKERS[reason] === 'others' && trouble === undefined ? detail : undefined;
}
