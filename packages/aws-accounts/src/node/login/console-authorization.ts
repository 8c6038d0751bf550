import { readAnswer, ExpectedRedirect, RedirectReading } from '../sso/flow/redirect-address';

/** The place of the browser of a console sign-in. AWS knows a client for each, so that there is no registration. */
export type ConsoleClient = 'sameDevice' | 'crossDevice';

const CLIENT_IDS: { readonly [client in ConsoleClient]: string } = {
    sameDevice: 'arn:aws:signin:::devtools/same-device',
    crossDevice: 'arn:aws:signin:::devtools/cross-device'
};

export namespace ConsoleAuthorization {

    export function clientId(client: ConsoleClient): string {
        return CLIENT_IDS[client];
    }

    /** The page that shows the text to paste, for a browser that cannot come back. */
    export function confirmationUri(base: string): string {
        return `${base}/v1/sessions/confirmation`;
    }

    /** The method is named `SHA-256` here, not `S256` as in RFC 7636. Source: AWS CLI 2.32. */
    export function url(
        base: string, client: ConsoleClient, { redirectUri, state }: ExpectedRedirect, challenge: string
    ): string {
        return `${base}/v1/authorize?${new URLSearchParams({
            response_type: 'code', client_id: clientId(client), state, scope: 'openid', redirect_uri: redirectUri,
            code_challenge_method: 'SHA-256', code_challenge: challenge
        })}`;
    }

    /** Reads the text that a person copied from the page: base64 of `state=…&code=…`. */
    export function readText(text: string, { state }: ExpectedRedirect): RedirectReading {
        const packed = text.trim();
        const unpacked = Buffer.from(packed, 'base64').toString('utf8');
        return packed !== '' && /^[A-Za-z0-9+/_=-]+$/.test(packed) && unpacked.includes('=')
            ? readAnswer(new URLSearchParams(unpacked), state)
            : { kind: 'notAnAddress' };
    }
}
