import type { AwsSignInEmulator } from 'aws-sign-in-emulator';
import type { SsoSession } from '../shared-config/sso-session';
import type { SsoToken } from '../sso/token/sso-token';

const REGISTRATION_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * The token of a person who signs in with another tool by device code.
 *
 * @param inMs the instant so many milliseconds from now, as that tool writes it
 */
export async function tokenOfAnotherTool(
    emulator: AwsSignInEmulator, { scopes = ['sso:account:access'], startUrl, region }: SsoSession, inMs: (ms: number) => string
): Promise<SsoToken> {
    const { clientId, clientSecret } = await post(emulator, '/client/register', {
        clientName: 'another-tool', clientType: 'public', scopes
    });
    const { deviceCode, userCode } = await post(emulator, '/device_authorization', { clientId, clientSecret, startUrl });
    emulator.approve(String(userCode));
    const grant = await post(emulator, '/token', {
        clientId, clientSecret, deviceCode, grantType: 'urn:ietf:params:oauth:grant-type:device_code'
    });
    return {
        startUrl,
        region,
        accessToken: String(grant.accessToken),
        expiresAt: inMs(Number(grant.expiresIn) * 1000),
        clientId: String(clientId),
        clientSecret: String(clientSecret),
        registrationExpiresAt: inMs(REGISTRATION_MS),
        refreshToken: grant.refreshToken as string
    };
}

async function post({ url }: AwsSignInEmulator, path: string, request: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}${path}`, {
        method: 'POST',
        body: JSON.stringify(request),
        headers: { 'content-type': 'application/json' }
    });
    return (await response.json()) as Record<string, unknown>;
}
