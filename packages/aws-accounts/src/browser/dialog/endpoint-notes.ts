import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';
import { callsEndpointText, signInEndpointText } from '../wording';

/** The act that the dialog is about to do, or offers. */
interface DialogCalls {
    readonly signsIn: boolean;
    /** The connection that is selected, or that AWS is asked about. */
    readonly connection?: AwsConnection;
}

/** Notes on endpoints of sign-in and credentials that are not AWS's: the host, and what says so. Pure. */
export function endpointNotes({ endpoints }: AwsAccountsSnapshot, { signsIn, connection }: DialogCalls): string[] {
    const signIn = signsIn && endpoints?.signIn ? [signInEndpointText(endpoints.signIn)] : [];
    if (connection?.kind !== 'iamProfile' || connection.ignoresEndpoints) {
        return signIn;
    }
    const { name, ssoSession, endpoints: own = [] } = connection;
    const services = ssoSession === undefined ? ['sts'] : ['sso', 'sts'];
    const calls = services.flatMap(service => ConfiguredEndpoint.serving<ConfiguredEndpoint>(service, endpoints?.all ?? [], own) ?? []);
    return [...signIn, ...new Set(calls.map(endpoint => callsEndpointText(name, endpoint)))];
}
