import { TokenMethod, TokenService, TokenServiceProfiles } from './token-service';

type Description = { readonly [name in keyof TokenService]?: unknown };

/** The service that a product's configuration describes, unchecked. @returns `undefined`: something that it needs is missing or wrong */
export function describedTokenService(value: unknown): TokenService | undefined {
    const { id, label, scopes, startUrl, region, methods = TokenMethod.ALL, profiles } = (value ?? {}) as Description;
    const right = isId(id) && isText(label) && areTexts(scopes)
        && [startUrl, region].every(text => text === undefined || isText(text))
        && areTexts(methods) && methods.every(TokenMethod.is);
    return right ? {
        id, label, scopes, methods, hostRule: 'iamOnAwsHosts',
        ...isText(startUrl) && { startUrl }, ...isText(region) && { region }, ...profilesOf(profiles)
    } : undefined;
}

function profilesOf(value: unknown): Pick<TokenService, 'profiles'> {
    if (value === 'amazonQ') {
        return { profiles: TokenServiceProfiles.AMAZON_Q };
    }
    return areTexts(value) ? { profiles: { regions: value, when: 'signIn' } } : {};
}

/** `awsServices` is the use that no token service serves. */
function isId(value: unknown): value is string {
    return typeof value === 'string' && /^[a-z][A-Za-z0-9]*$/.test(value) && value !== 'awsServices';
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

function areTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.length > 0 && value.every(isText);
}
