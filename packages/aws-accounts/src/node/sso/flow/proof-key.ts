import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, as base64url text of 43 characters: the least length that RFC 7636 section 4.1 allows. */
const RANDOM_BYTES = 32;

/** Link between one browser sign-in and this process. `verifier` stays here; the others travel through the browser. */
export interface ProofKey {
    readonly state: string;
    readonly verifier: string;
    /** SHA-256 of the verifier (RFC 7636 section 4.2, `S256`). */
    readonly challenge: string;
}

export namespace ProofKey {

    export function create(): ProofKey {
        const verifier = randomText();
        return { state: randomText(), verifier, challenge: challengeOf(verifier) };
    }

    export function challengeOf(verifier: string): string {
        return createHash('sha256').update(verifier).digest('base64url');
    }

    function randomText(): string {
        return randomBytes(RANDOM_BYTES).toString('base64url');
    }
}
