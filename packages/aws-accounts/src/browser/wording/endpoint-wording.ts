import { nls } from '@theia/core/lib/common/nls';
import type { ConfiguredEndpoint } from '../../common/configured-endpoint';

/** Said in the view: calls do not go where people think. */
export function endpointText({ host, setting }: ConfiguredEndpoint): string {
    return nls.localize('theia/aws-accounts/endpoint/configured', 'Calls go to {0} instead of AWS ({1})', host, setting);
}

/** Said before and while somebody signs in. */
export function signInEndpointText({ host, setting }: ConfiguredEndpoint): string {
    return nls.localize('theia/aws-accounts/endpoint/signIn', 'This sign-in talks to {0}, not to AWS: {1} of the backend says so. Go on only if you expect that.', host, setting);
}
