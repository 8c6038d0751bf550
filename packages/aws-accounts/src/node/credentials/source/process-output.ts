import type { AwsCredentialIdentity } from '@smithy/types';
import { ProcessTrouble } from '../../../common/state/aws-accounts-error';
import { isObject, parseJson } from '../../../common/value/json-value';
import { Instant } from '../../process/instant';

/** Output of a `credential_process`, understood or not. */
type ProcessOutput =
    | { readonly kind: 'credentials'; readonly credentials: AwsCredentialIdentity }
    /** `problem` names what is missing or wrong, and quotes nothing: the output may hold secrets. */
    | { readonly kind: 'malformed'; readonly problem: string };

/** Reads the output of a `credential_process`. Source: "Sourcing credentials with an external process", AWS CLI User Guide. */
export function readProcessOutput(stdout: string): ProcessOutput {
    const output = parseJson(stdout);
    if (!isObject(output)) {
        return { kind: 'malformed', problem: ProcessTrouble.NO_JSON };
    }
    const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration, AccountId } = output;
    if (Version !== 1) {
        return { kind: 'malformed', problem: 'Version' };
    }
    if (typeof AccessKeyId !== 'string' || typeof SecretAccessKey !== 'string' || AccessKeyId === '' || SecretAccessKey === '') {
        return { kind: 'malformed', problem: typeof AccessKeyId === 'string' && AccessKeyId !== '' ? 'SecretAccessKey' : 'AccessKeyId' };
    }
    const expiresAt = Expiration === undefined || Expiration === null ? 'never' : Instant.parse(Expiration);
    if (expiresAt === undefined) {
        return { kind: 'malformed', problem: 'Expiration' };
    }
    const expiration = expiresAt === 'never' ? undefined : new Date(expiresAt);
    const [sessionToken, accountId] = [SessionToken, AccountId].map(value =>
        typeof value === 'string' && value !== '' ? value : undefined
    );
    return {
        kind: 'credentials',
        credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken, expiration, accountId }
    };
}
