import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsClients } from '../http/aws-clients';
import { toAwsFailure } from '../http/aws-failure-conversion';
import type { SsoSession } from '../shared-config/sso-session';
import type { SsoToken } from './token/sso-token';

/** A person waits, and the token is locked meanwhile: three attempts have to fit into what others bear. */
const REQUEST_TIMEOUT_MS = 5000;

/** The session that AWS keeps for a signed-in person. */
@injectable()
export class SsoServerSession {

    @inject(AwsClients) protected readonly clients: AwsClients;

    /** Ends the session on the server. A session that has ended already is fine; anything else is told, not thrown. */
    async end(session: SsoSession, { accessToken }: SsoToken): Promise<AwsFailure | undefined> {
        try {
            const { LogoutCommand } = await import('@aws-sdk/client-sso');
            const client = await this.clients.portal(session.region, { caBundle: session.caBundle });
            await client.send(new LogoutCommand({ accessToken }), { requestTimeout: REQUEST_TIMEOUT_MS });
            return undefined;
        } catch (error) {
            const failure = toAwsFailure(error, session.name);
            return failure.reason === 'signInRequired' ? undefined : failure;
        }
    }
}
