import { AwsConnectionId, AwsScopes } from 'theia-aws-accounts/lib/common';

/** Far more than a person allows. Beyond it the oldest are forgotten, which is to say refused. */
const MOST_CONSENTS = 1000;
const MOST_SCOPES = 100;
/** Characters of an id or a name. */
const LONGEST_TEXT = 4096;

/** The extension that asks, as its manifest names it. */
export interface ExtensionIdentity {
    /** `publisher.name` in lower case. */
    readonly id: string;
    /** Name for people. */
    readonly name: string;
}

/** A person let one extension use one connection. */
export interface ExtensionConsent {
    readonly extension: ExtensionIdentity;
    readonly connectionId: AwsConnectionId;
    /**
     * The scopes that a token for the extension may have. Absent for an IAM profile, and in what was stored before scopes were kept: the
     * person was not told of accounts then, so that covers every scope but the one that opens these.
     */
    readonly scopes?: readonly string[];
}

export namespace ExtensionConsent {

    /** @param scopes those of the token that is wanted; absent: any consent to the connection will do */
    export function has(
        consents: readonly ExtensionConsent[],
        extensionId: string,
        connectionId: AwsConnectionId,
        scopes: readonly string[] = []
    ): boolean {
        return consents.some(consent => fits(consent, extensionId, connectionId) && covers(consent, scopes));
    }

    /** Adds a consent to what the extension may do already with the connection. */
    export function add(consents: readonly ExtensionConsent[], consent: ExtensionConsent): ExtensionConsent[] {
        const { extension, connectionId } = consent;
        const earlier = consents.find(candidate => fits(candidate, extension.id, connectionId));
        const scopes = earlier?.scopes && consent.scopes ? AwsScopes.union(earlier.scopes, consent.scopes) : consent.scopes;
        const others = remove(consents, extension.id, connectionId);
        return [...others, { extension, connectionId, ...scopes && { scopes } }].slice(-MOST_CONSENTS);
    }

    export function remove(consents: readonly ExtensionConsent[], extensionId: string, connectionId: AwsConnectionId): ExtensionConsent[] {
        return consents.filter(consent => !fits(consent, extensionId, connectionId));
    }

    /** Reads what a file holds; what is not a consent is left out. `undefined`: the text is no list at all. */
    export function parse(text: string): ExtensionConsent[] | undefined {
        try {
            const value: unknown = JSON.parse(text);
            return Array.isArray(value) ? value.filter(is).slice(-MOST_CONSENTS) : undefined;
        } catch (error) {
            if (error instanceof SyntaxError) {
                return undefined;
            }
            throw error;
        }
    }

    function covers({ scopes }: ExtensionConsent, wanted: readonly string[]): boolean {
        return scopes === undefined ? !wanted.includes(AwsScopes.ACCOUNT_ACCESS) : AwsScopes.missing(wanted, scopes).length === 0;
    }

    function fits(consent: ExtensionConsent, extensionId: string, connectionId: AwsConnectionId): boolean {
        return consent.extension.id === extensionId && consent.connectionId === connectionId;
    }

    function is(value: unknown): value is ExtensionConsent {
        const { extension, connectionId, scopes } = (value ?? {}) as Partial<ExtensionConsent>;
        const texts = [extension?.id, extension?.name, connectionId];
        const areScopes = scopes === undefined || Array.isArray(scopes) && scopes.length <= MOST_SCOPES && scopes.every(isText);
        return texts.every(isText) && areScopes;
    }

    function isText(value: unknown): boolean {
        return typeof value === 'string' && value.length <= LONGEST_TEXT;
    }
}
