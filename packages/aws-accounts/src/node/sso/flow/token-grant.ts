import type { CreateTokenCommandInput } from '@aws-sdk/client-sso-oidc';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AwsClients } from '../../http/aws-clients';
import type { FlowContext } from './sign-in-flow';
import { TokenGrant } from './sign-in-flow';

type GrantRequest = Pick<CreateTokenCommandInput, 'grantType' | 'deviceCode' | 'code' | 'codeVerifier' | 'redirectUri'>;

/**
 * Asks once for a token with what a person approved (SSO-OIDC CreateToken).
 *
 * @throws the error of the SDK, or AwsAccountsError `malformedResponse`
 */
export async function requestGrant(
    clients: AwsClients,
    { session, registration, signal }: FlowContext,
    request: GrantRequest
): Promise<TokenGrant> {
    const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
    const { clientId, clientSecret } = registration;
    const client = await clients.oidc(session.region, session.caBundle);
    const { accessToken, refreshToken, expiresIn } = await client.send(new CreateTokenCommand({ clientId, clientSecret, ...request }), {
        abortSignal: signal
    });
    if (!accessToken || !expiresIn) {
        throw AwsFailure.toError({ reason: 'malformedResponse', subject: session.startUrl });
    }
    return { accessToken, refreshToken, expiresIn };
}
