import type { AwsConnectionId } from 'theia-aws-accounts/lib/common';

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
}

export namespace ExtensionConsent {

    export function has(consents: readonly ExtensionConsent[], extensionId: string, connectionId: AwsConnectionId): boolean {
        return consents.some(consent => fits(consent, extensionId, connectionId));
    }

    export function add(consents: readonly ExtensionConsent[], consent: ExtensionConsent): ExtensionConsent[] {
        return [...remove(consents, consent.extension.id, consent.connectionId), consent];
    }

    export function remove(consents: readonly ExtensionConsent[], extensionId: string, connectionId: AwsConnectionId): ExtensionConsent[] {
        return consents.filter(consent => !fits(consent, extensionId, connectionId));
    }

    /** Reads what a file holds; what is not a consent is left out. `undefined`: the text is no list at all. */
    export function parse(text: string): ExtensionConsent[] | undefined {
        try {
            const value: unknown = JSON.parse(text);
            return Array.isArray(value) ? value.filter(is) : undefined;
        } catch (error) {
            if (error instanceof SyntaxError) {
                return undefined;
            }
            throw error;
        }
    }

    function fits(consent: ExtensionConsent, extensionId: string, connectionId: AwsConnectionId): boolean {
        return consent.extension.id === extensionId && consent.connectionId === connectionId;
    }

    function is(value: unknown): value is ExtensionConsent {
        const { extension, connectionId } = (value ?? {}) as Partial<ExtensionConsent>;
        return typeof extension?.id === 'string' && typeof extension.name === 'string' && typeof connectionId === 'string';
    }
}
