import type { AwsApiConnection, AwsAccountsApi, AwsUseState } from '../api';
import type { ExtensionIdentity } from '../common/extension-consent';
import type { HostLink } from './host-link';
import type { SecretClient } from './secret-client';

type Secrets = Pick<SecretClient, 'credentials' | 'token'>;

/** The API as one extension sees it. @param secrets `undefined` where no secret may come: tickets for them are not asked for either */
export function extensionApi(extension: ExtensionIdentity, link: HostLink, secrets: Secrets | undefined): AwsAccountsApi {
    const allowed = (): AwsApiConnection[] => {
        const { connections, consents } = link.state;
        const ids = consents.filter(consent => consent.extension.id === extension.id).map(({ connectionId }) => connectionId);
        return connections.filter(({ id }) => ids.includes(id));
    };
    const use = (id: string | undefined): AwsUseState => ({
        state: link.state.connections.find(connection => connection.id === id)?.state ?? 'none',
        connection: allowed().find(connection => connection.id === id)
    });
    return Object.freeze({
        version: 1,
        ready: link.ready,
        get uses() {
            const { codeWhisperer, awsServices, ...others } = link.state.uses;
            const more = Object.entries(others).map(([service, id]) => [service, use(id)] as const);
            return { ...Object.fromEntries(more), codeWhisperer: use(codeWhisperer), awsServices: use(awsServices) };
        },
        get connections() {
            return allowed();
        },
        onDidChange: listener => link.onDidChange(listener),
        requireIam: (options = {}) => link.main.$require(extension, { kind: 'iam' }, options),
        requireToken: (scopes, { service, ...options } = {}) =>
            link.main.$require(extension, { kind: 'token', scopes, ...service !== undefined && { service } }, options),
        credentialProvider: connection => async () =>
            reachable(secrets).credentials(await link.main.$ticket(extension, idOf(connection), undefined)),
        tokenProvider: (connection, scopes) => async () =>
            reachable(secrets).token(await link.main.$ticket(extension, idOf(connection), scopes))
    } satisfies AwsAccountsApi);
}

function idOf(connection: AwsApiConnection | string): string {
    return typeof connection === 'string' ? connection : connection.id;
}

function reachable(secrets: Secrets | undefined): Secrets {
    if (secrets === undefined) {
        throw Object.assign(new Error('Credentials and tokens never come to extensions that run in the browser.'), {
            name: 'AwsAccountsError',
            reason: 'accessDenied'
        });
    }
    return secrets;
}
