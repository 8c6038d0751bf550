import { readFile } from 'node:fs/promises';
import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { isLoopbackHost } from '../../../common/connection/configured-endpoint';
import { Clock } from '../../process/clock';
import { isAborted, toAwsFailure } from '../../http/aws-failure-conversion';
import { NetworkSettings } from '../../http/network-settings';
import { retryTransient } from '../../http/transient-retry';
import { getFromContainer } from './container-request';
import type { Variables } from '../environment/environment-origin';
import { toCredentials } from './served-credentials';

/** The agents of ECS and EKS. Credentials come over plain HTTP from these and from the machine itself, from nobody else. */
const AGENTS = ['169.254.170.2', '169.254.170.23', '[fd00:ec2::23]'];

/**
 * The role of the container that the backend runs in, or whatever a hosted IDE serves by the same protocol: credentials that are replaced
 * every few minutes. The SDK's provider hides whether the service is away for a moment or refuses, so the request is made here.
 */
@injectable()
export class ContainerCredentials {

    @inject(Clock) protected readonly clock: Clock;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;

    /** @throws AwsAccountsError `credentialSourceEmpty` when there is no such service, or it refuses; the reason of the signal */
    async get(variables: Variables, subject: string, signal: AbortSignal): Promise<AwsCredentialIdentity> {
        const url = addressOf(variables);
        if (url === undefined) {
            throw AwsFailure.toError({ reason: 'credentialSourceEmpty', subject, detail: 'EcsContainer' });
        }
        try {
            const ca = url.protocol === 'https:' ? await this.network.certificateAuthorities(undefined) : undefined;
            return await retryTransient(this.clock, signal, async () =>
                toCredentials(await getFromContainer(url, { authorization: await authorizationOf(variables), ca, signal }), subject));
        } catch (error) {
            throw isAborted(error, signal) ? error : AwsFailure.toError(toAwsFailure(error, subject), error);
        }
    }
}

function addressOf(variables: Variables): URL | undefined {
    const { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: path, AWS_CONTAINER_CREDENTIALS_FULL_URI: full } = variables;
    const address = path ? `http://${AGENTS[0]}${path}` : full ?? '';
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isKnown =
        url?.protocol === 'https:' || (url?.protocol === 'http:' && (AGENTS.includes(url.hostname) || isLoopbackHost(url.hostname)));
    return isKnown ? url : undefined;
}

/** The file is read each time: whoever serves the credentials may replace the token too. */
async function authorizationOf({
    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: token
}: Variables): Promise<string | undefined> {
    if (!file) {
        return token || undefined;
    }
    try {
        return (await readFile(file, 'utf8')).trim();
    } catch (error) {
        throw AwsFailure.toError({ reason: 'fileUnreadable', subject: file, detail: (error as NodeJS.ErrnoException).code }, error);
    }
}
