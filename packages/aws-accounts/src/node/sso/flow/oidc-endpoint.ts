import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';

const REGISTER_PATH = '/client/register';

/** The address to which a request was about to go. */
interface Destination {
    readonly protocol: string;
    readonly hostname: string;
    readonly port?: number;
    readonly path: string;
}

/**
 * The base address of SSO-OIDC as `client` resolves it: partition, FIPS, dual-stack and configured endpoints included. The SDK does not
 * model the page that a browser is sent to, which has the same base. Nothing is sent: a request is prepared and taken out before it leaves.
 */
export async function oidcEndpoint(client: SSOOIDCClient): Promise<URL> {
    const { RegisterClientCommand } = await import('@aws-sdk/client-sso-oidc');
    const command = new RegisterClientCommand({ clientName: 'none', clientType: 'public' });
    let destination: Destination | undefined;
    command.middlewareStack.add(
        () => async ({ request }) => {
            destination = request as Destination;
            return { response: undefined, output: { $metadata: {} } };
        },
        { step: 'build', priority: 'high' }
    );
    await client.send(command);
    if (destination === undefined) {
        throw new Error('The SDK prepared no request.');
    }
    const { protocol, hostname, port, path } = destination;
    return new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path.slice(0, -REGISTER_PATH.length)}`);
}
