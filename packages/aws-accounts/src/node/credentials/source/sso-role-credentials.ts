import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsClients } from '../../http/aws-clients';
import { isAborted, toAwsFailure } from '../../http/aws-failure-conversion';
import type { SsoSession } from '../../shared-config/sso-session';
import { SsoTokenManager } from '../../sso/token/sso-token-manager';
import type { RunningContext } from '../resolution/resolution-context';

/** Credentials for a role that IAM Identity Center assigned to the signed-in person. */
@injectable()
export class SsoRoleCredentials {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;

    /**
     * Gets the credentials with a token that our own token manager keeps fresh. The SDK's provider would refresh by itself and hide why
     * that failed.
     *
     * @throws AwsAccountsError; the abort of a cancelled call as it is
     */
    async get(
        session: SsoSession,
        accountId: string,
        roleName: string,
        { endpoints, signal }: RunningContext
    ): Promise<AwsCredentialIdentity> {
        try {
            const { GetRoleCredentialsCommand } = await import('@aws-sdk/client-sso');
            const client = await this.clients.portal(session.region, { caBundle: session.caBundle, endpoints });
            const { roleCredentials } = await this.tokens.withToken(session, accessToken =>
                client.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName }), { abortSignal: signal }));
            const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
            if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: session.name });
            }
            return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(expiration), accountId };
        } catch (error) {
            throw isAborted(error, signal) ? error : AwsFailure.toError(toAwsFailure(error, session.name), error);
        }
    }
}
