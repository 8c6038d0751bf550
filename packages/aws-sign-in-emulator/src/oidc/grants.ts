import type { Registration } from '../state/sign-in-records';

export const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
export const AUTHORIZATION_CODE = 'authorization_code';

/** A client that names no grants is one for the device flow: so do the AWS CLI and the toolkits register. */
export function isRegisteredFor({ grantTypes }: Registration, grant: unknown): boolean {
    return grantTypes.length === 0 ? grant !== AUTHORIZATION_CODE : grantTypes.some(registered => registered === grant);
}
