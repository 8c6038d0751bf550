import { isObject, parseJson } from '../../../common/value/json-value';
import { StartUrl } from '../../../common/sign-in/start-url';
import { AwsScopes } from '../../../common/token-service/aws-scopes';
import { Instant } from '../../process/instant';
import type { SsoSession } from '../../shared-config/sso-session';

/**
 * An SSO token file, in the format that the AWS CLI and the SDKs share, plus `scopes`, which is ours. Fields of other tools are kept.
 * Source: "IAM Identity Center credential provider", AWS SDKs and Tools Reference Guide.
 */
export interface SsoToken {
    readonly startUrl?: string;
    readonly region?: string;
    readonly accessToken: string;
    /** ISO instant, `...Z`. */
    readonly expiresAt: string;
    readonly clientId?: string;
    readonly clientSecret?: string;
    readonly registrationExpiresAt?: string;
    readonly refreshToken?: string;
    /** Scopes that were asked for; absent when another tool wrote the file. */
    readonly scopes?: readonly string[];
    readonly [foreign: string]: unknown;
}

/** Fields whose value is a text where they are there. */
const TEXTS = ['startUrl', 'region', 'accessToken', 'expiresAt', 'clientId', 'clientSecret', 'registrationExpiresAt', 'refreshToken'];

export namespace SsoToken {

    /**
     * The token in `text`, or `undefined` when the text is not a usable token file. A field that is null counts as absent, and so do scopes
     * that are no list of texts.
     */
    export function parse(text: string): SsoToken | undefined {
        const value = parseJson(text);
        if (!isObject(value)) {
            return undefined;
        }
        const token = Object.fromEntries(Object.entries(value).filter(([name, field]) =>
            name === 'scopes' ? isListOfTexts(field) : !(TEXTS.includes(name) && field === null)));
        return isToken(token) ? token : undefined;
    }

    /**
     * Tells whether the token was made for the start URL and the region that the session has now. The file is named after the session
     * alone, and keeps the token of the organization that was there before. A file of a tool that writes neither is taken for the
     * session's.
     */
    export function isOf({ startUrl, region }: SsoToken, session: SsoSession): boolean {
        const isSameStart = startUrl === undefined || comparable(startUrl) === comparable(session.startUrl);
        return isSameStart && (region === undefined || region === session.region);
    }

    function comparable(startUrl: string): string {
        const verdict = StartUrl.check(startUrl);
        return (verdict.kind === 'valid' ? verdict.startUrl : startUrl.trim().replace(/[/#]+$/, '')).toLowerCase();
    }

    /** A field of another type than it has to have would be compared, or sent to AWS, as something else. */
    function isToken(value: { readonly [name: string]: unknown }): value is SsoToken & { readonly [name: string]: unknown } {
        return TEXTS.every(name => value[name] === undefined || typeof value[name] === 'string') &&
            typeof value.accessToken === 'string' && value.accessToken !== '' && typeof value.expiresAt === 'string';
    }

    function isListOfTexts(value: unknown): boolean {
        return Array.isArray(value) && value.every(item => typeof item === 'string');
    }

    /** Epoch ms of an instant as any of the tools writes it; `undefined` or unreadable: it has passed. */
    export function instant(text: string | undefined): number {
        return Instant.parse(text) ?? 0;
    }

    /** Scopes of the token. A file of another tool was made with the session's configured scopes. */
    export function scopes(token: SsoToken, session: SsoSession): readonly string[] {
        return token.scopes ?? session.scopes ?? [AwsScopes.ACCOUNT_ACCESS];
    }
}
