import type { AccessKey, EmulatorState } from '../state/emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { SignatureVerdict, verifySignature } from './sig-v4';

/** Words a refusal in the protocol of one service. */
type RefusalWording = (code: string, message: string, status: number) => Reply;

/** The owner of the key that a request was signed with, and its region. */
export interface SignedCaller extends AccessKey {
    readonly region: string;
}

/** The caller of a request that is signed for `service`, or the refusal that AWS would send. */
export function signedCaller(exchange: Exchange, state: EmulatorState, service: string, word: RefusalWording): SignedCaller {
    const verdict = verifySignature(exchange, state, service);
    if (verdict.kind === 'accepted') {
        return { ...verdict.key, region: verdict.region };
    }
    throw new Refusal(word(...reasonOf(verdict.kind, service)));
}

function reasonOf(
    kind: Exclude<SignatureVerdict['kind'], 'accepted'>, service: string
): [code: string, message: string, status: number] {
    switch (kind) {
        case 'missing':
            return ['MissingAuthenticationToken', 'Request is missing Authentication Token', 403];
        case 'unknownKey':
            return ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403];
        case 'wrongSignature':
            return ['SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.', 403];
        case 'wrongRegion':
            return ['SignatureDoesNotMatch', 'Credential should be scoped to a valid region.', 403];
        case 'wrongService':
            return ['SignatureDoesNotMatch', `Credential should be scoped to correct service: '${service}'.`, 403];
        case 'expiredToken':
            return ['ExpiredToken', 'The security token included in the request is expired', 403];
        case 'clockSkew':
            return ['SignatureDoesNotMatch', 'Signature expired or not yet current: check the clock.', 403];
    }
}
