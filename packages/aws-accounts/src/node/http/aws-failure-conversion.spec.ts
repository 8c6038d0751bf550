import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../common/state/aws-accounts-error';
import { isAborted, oidcErrorOf, toAwsFailure } from './aws-failure-conversion';

const failing = (fields: object): Error => Object.assign(new Error('UnknownError'), fields);
const service = (name: string, status: number, more: object = {}): Error =>
    failing({ name, $fault: 'client', $metadata: { httpStatusCode: status }, ...more });
const reason = (error: unknown): AwsFailureReason => toAwsFailure(error).reason;

describe('toAwsFailure', () => {

    const oidc: [error: string, name: string, reason: AwsFailureReason][] = [
        ['authorization_pending', 'AuthorizationPendingException', 'throttled'],
        ['slow_down', 'SlowDownException', 'throttled'],
        ['expired_token', 'ExpiredTokenException', 'signInRequired'],
        ['invalid_grant', 'InvalidGrantException', 'signInRequired'],
        ['invalid_client', 'InvalidClientException', 'registrationExpired'],
        ['unauthorized_client', 'UnauthorizedClientException', 'registrationExpired'],
        ['access_denied', 'AccessDeniedException', 'accessDenied'],
        ['invalid_scope', 'InvalidScopeException', 'invalidScope'],
        ['invalid_request', 'InvalidRequestException', 'invalidRequest'],
        ['unsupported_grant_type', 'UnsupportedGrantTypeException', 'invalidRequest'],
        ['invalid_client_metadata', 'InvalidClientMetadataException', 'invalidRequest'],
        ['invalid_redirect_uri', 'InvalidRedirectUriException', 'invalidRequest'],
        ['server_error', 'InternalServerException', 'server'],
        ['temporarily_unavailable', 'TemporarilyUnavailableException', 'server'],
        ['something_new', 'SomethingNewException', 'invalidRequest']
    ];
    for (const [error, name, expected] of oidc) {
        it(`takes SSO-OIDC's ${error} for ${expected}, with and without the header that names it`, () => {
            expect(reason(service(name, 400, { error }))).to.equal(expected);
            expect(reason(service('Unknown', 400, { error }))).to.equal(expected);
        });
    }

    const names: [reason: AwsFailureReason, ...names: string[]][] = [
        ['accessDenied', 'AccessDenied', 'AccessDeniedException', 'ForbiddenException', 'ResourceNotFoundException'],
        ['signInRequired', 'UnauthorizedException', 'InvalidGrantException'],
        ['registrationExpired', 'InvalidClientException', 'UnauthorizedClientException'],
        ['expiredCredentials', 'ExpiredToken', 'ExpiredTokenException'],
        [
            'invalidCredentials',
            'InvalidClientTokenId',
            'UnrecognizedClientException',
            'SignatureDoesNotMatch',
            'InvalidSignatureException',
            'InvalidAccessKeyId'
        ],
        ['clockSkew', 'RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'],
        ['wrongRegion', 'RegionDisabledException', 'OptInRequired'],
        ['throttled', 'TooManyRequestsException', 'ThrottlingException', 'Throttling'],
        ['server', 'InternalServerException', 'InternalFailure', 'ServiceUnavailable'],
        ['invalidScope', 'InvalidScopeException'],
        ['invalidRequest', 'InvalidRequestException', 'InvalidRequestRegionException', 'ValidationError']
    ];
    for (const [expected, ...all] of names) {
        it(`takes the errors ${all.join(', ')} for ${expected}`, () => {
            expect(all.map(name => reason(service(name, 400)))).to.deep.equal(all.map(() => expected));
            expect(
                all.map(Code => reason(failing({ Code, $metadata: { httpStatusCode: 400 } }))),
                'in the way of STS'
            ).to.deep.equal(all.map(() => expected));
        });
    }

    const codes: [reason: AwsFailureReason, ...codes: string[]][] = [
        ['hostNotFound', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'],
        ['connectionRefused', 'ECONNREFUSED'],
        ['proxy', 'ERR_AWS_ACCOUNTS_PROXY'],
        ['network', 'ECONNRESET', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRINUSE', 'EADDRNOTAVAIL',
            'ENOBUFS', 'EPROTO', 'ENOTCONN', 'ECONNABORTED', 'EPIPE'],
        ['timedOut', 'ETIMEDOUT'],
        [
            'tls',
            'ERR_TLS_CERT_ALTNAME_INVALID',
            'SELF_SIGNED_CERT_IN_CHAIN',
            'DEPTH_ZERO_SELF_SIGNED_CERT',
            'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
            'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
            'CERT_HAS_EXPIRED',
            'CERT_NOT_YET_VALID',
            'CERT_UNTRUSTED',
            'ERR_SSL_WRONG_VERSION_NUMBER'
        ],
        ['malformedResponse', 'HPE_INVALID_VERSION', 'HPE_INVALID_CONSTANT', 'HPE_HEADER_OVERFLOW']
    ];
    for (const [expected, ...all] of codes) {
        it(`takes the system codes ${all.join(', ')} for ${expected}`, () => {
            expect(all.map(code => reason(failing({ code })))).to.deep.equal(all.map(() => expected));
            expect(
                all.map(code => reason(failing({ cause: failing({ code }) }))),
                'as a cause'
            ).to.deep.equal(all.map(() => expected));
            expect(
                all.map(code => reason(failing({ name: 'TimeoutError', code }))),
                'as the SDK names them'
            ).to.deep.equal(all.map(() => expected));
        });
    }

    const others: [sentence: string, error: unknown, expected: AwsFailureReason][] = [
        ['a refused connect call for network trouble, whatever its code', failing({ code: 'EACCES', syscall: 'connect' }), 'network'],
        [
            'a name look-up that failed in an odd way for one that found nothing',
            failing({ code: 'EBUSY', syscall: 'getaddrinfo' }),
            'hostNotFound'
        ],
        ['a file that does not exist for nothing that AWS said', failing({ code: 'ENOENT', syscall: 'open' }), 'internal'],
        ['silence for a time-out', failing({ name: 'TimeoutError' }), 'timedOut'],
        [
            'HTML instead of JSON for a malformed answer', Object.assign(new SyntaxError(), { $metadata: { httpStatusCode: 200 } }),
            'malformedResponse'
        ],
        [
            'a guest network\'s page with 401 for no word of AWS', Object.assign(new SyntaxError(), { $metadata: { httpStatusCode: 401 } }),
            'malformedResponse'
        ],
        [
            'a guest network\'s page with 403 for no word of AWS', Object.assign(new SyntaxError(), { $response: { statusCode: 403 } }),
            'malformedResponse'
        ],
        ['a redirect for a malformed answer', service('Unknown', 302), 'malformedResponse'],
        ['a proxy\'s page with 502 for server trouble', Object.assign(new SyntaxError(), { $metadata: { httpStatusCode: 502 } }), 'server'],
        ['a proxy that wants a password for proxy trouble', service('Unknown', 407), 'proxy'],
        ['408 for a time-out', service('Unknown', 408), 'timedOut'],
        ['a bare 429 for throttling', service('Unknown', 429), 'throttled'],
        ['a bare 500 for server trouble', service('Unknown', 500), 'server'],
        ['a bare 503 for server trouble', service('Unknown', 503), 'server'],
        ['a bare 401 of the service for a needed sign-in', service('Unknown', 401), 'signInRequired'],
        ['a bare 403 of the service for a refusal', service('Unknown', 403), 'accessDenied'],
        ['a bare 400 of the service for a bad request', service('Unknown', 400), 'invalidRequest'],
        [
            'a signature refused after the SDK set its clock right for clock skew',
            service('SignatureDoesNotMatch', 403, { $metadata: { clockSkewCorrected: true } }),
            'clockSkew'
        ],
        ['anything else for internal', new Error('boom'), 'internal'],
        ['a thrown text for internal', 'boom', 'internal'],
        ['nothing for internal', undefined, 'internal']
    ];
    for (const [sentence, error, expected] of others) {
        it(`takes ${sentence}`, () => expect(reason(error)).to.equal(expected));
    }

    it('never looks at messages', () => {
        expect(reason(new Error('getaddrinfo ENOTFOUND oidc: certificate has expired, 500, invalid_grant'))).to.equal('internal');
    });

    it('measures how far the clock is off, by the date of the answer', () => {
        const refused = service('RequestExpired', 403, {
            $response: { statusCode: 403, headers: { date: 'Sun, 01 Mar 2026 09:00:00 GMT' } }
        });
        expect(toAwsFailure(refused, 'dev', Date.parse('2026-03-01T09:20:00Z'))).to.include({
            reason: 'clockSkew',
            clockSkewMs: 20 * 60_000
        });
        expect(toAwsFailure(refused, 'dev', Date.parse('2026-03-01T06:00:00Z'))).to.include({
            reason: 'clockSkew',
            clockSkewMs: -3 * 3_600_000
        });
        expect(toAwsFailure(service('RequestExpired', 403), 'dev', 0)).to.not.have.property('clockSkewMs');
    });

    it('tells a request from another time from a wrong key, which STS does not', () => {
        const refused = service('SignatureDoesNotMatch', 403, { $response: { headers: { date: 'Sun, 01 Mar 2026 09:00:00 GMT' } } });
        expect(toAwsFailure(refused, 'dev', Date.parse('2026-03-01T08:40:00Z'))).to.include({
            reason: 'clockSkew',
            clockSkewMs: -20 * 60_000
        });
        expect(toAwsFailure(refused, 'dev', Date.parse('2026-03-01T09:01:00Z')))
            .to.include({ reason: 'invalidCredentials' })
            .and.not.have.property('clockSkewMs');
        expect(toAwsFailure(refused, 'dev')).to.include({ reason: 'invalidCredentials' });
    });

    it('keeps the id of the request, by which AWS finds it again, and nothing else that stands there', () => {
        const withId = (requestId: string): Error => service('AccessDenied', 403, { $metadata: { httpStatusCode: 403, requestId } });
        expect(toAwsFailure(withId('0b1c2d3e-0000-4000-8000-000000000000'))).to.include({
            requestId: '0b1c2d3e-0000-4000-8000-000000000000'
        });
        expect(toAwsFailure(withId('<script>'))).to.not.have.property('requestId');
    });

    it('keeps a failure that is known already, wherever it is wrapped', () => {
        const failure: AwsFailure = { reason: 'mfaRequired', subject: 'ops' };
        expect(toAwsFailure(AwsFailure.toError(failure), 'elsewhere')).to.deep.equal(failure);
    });

    it('does not follow a circle of causes for ever', () => {
        const error = failing({});
        error.cause = error;
        expect(reason(error)).to.equal('internal');
    });

    it('tells what the service said, and nothing that could be a secret', () => {
        const secret = 'aoaAAAAAGf7Zq3mX9Pd_2kLw8Rt5Yh1Nc6Vb4';
        const failure = toAwsFailure(
            service('InvalidGrantException', 400, {
                error: 'invalid_grant',
                error_description: `Invalid refresh token provided: ${secret}`
            }),
            'corp'
        );
        expect(failure).to.deep.equal({ reason: 'signInRequired', subject: 'corp', detail: 'Invalid refresh token provided: [...]' });
    });

    it('names the code where the service said nothing', () => {
        expect(toAwsFailure(service('UnauthorizedClientException', 400)).detail).to.equal('UnauthorizedClientException');
        expect(toAwsFailure(failing({ code: 'ECONNREFUSED' })).detail).to.equal('ECONNREFUSED');
    });
});

describe('oidcErrorOf', () => {

    it('is the code in the body, or the one its name stands for', () => {
        expect(oidcErrorOf(service('Unknown', 400, { error: 'slow_down' }))).to.equal('slow_down');
        expect(oidcErrorOf(service('AuthorizationPendingException', 400))).to.equal('authorization_pending');
        expect(oidcErrorOf(new Error('slow_down'))).to.equal(undefined);
        expect(oidcErrorOf(undefined)).to.equal(undefined);
    });
});

describe('isAborted', () => {

    it('tells a call that was called off, along the causes', () => {
        const aborted = failing({ name: 'AbortError' });
        expect(isAborted(aborted, undefined)).to.equal(true);
        expect(isAborted(failing({ cause: aborted }), undefined)).to.equal(true);
        expect(isAborted(new Error('late'), AbortSignal.abort())).to.equal(true);
    });

    it('does not take a time-out for it', () => {
        expect(isAborted(failing({ name: 'TimeoutError', code: 'ETIMEDOUT' }), new AbortController().signal)).to.equal(false);
    });
});
