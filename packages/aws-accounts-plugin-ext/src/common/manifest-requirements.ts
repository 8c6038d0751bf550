import { AwsRequirementDeclaration } from 'theia-aws-accounts/lib/common';
import type { ExtensionManifest } from './aws-plugin-protocol';

/** Why an entry, or the whole of `contributes.awsRequirements`, cannot be taken as it is. */
export type ManifestProblem = { readonly extensionId: string } & (
    /** Not an object that maps commands to what they need. */
    | { readonly kind: 'notAnObject' }
    /** An extension may guard what it contributes itself, and nothing else. */
    | { readonly kind: 'foreignCommand'; readonly commands: string }
    /** Nobody can tell what the commands need. */
    | { readonly kind: 'broken'; readonly commands: string; readonly reason: string }
);

export interface ManifestRequirements {
    /** The extension's own entries, for the registry: it keeps commands whose entry is broken from running. */
    readonly own: Readonly<Record<string, unknown>>;
    readonly problems: readonly ManifestProblem[];
}

/**
 * What an extension's manifest declares, in the form of the product's own configuration. Where the whole cannot be understood, that is so
 * for every command of the extension: none may run as if nothing had been said.
 */
export function manifestRequirements({ extensionId, commands, awsRequirements }: ExtensionManifest): ManifestRequirements {
    if (!isObject(awsRequirements)) {
        return {
            own: Object.fromEntries(commands.map(command => [command, 'not declared in an object'])),
            problems: [{ extensionId, kind: 'notAnObject' }]
        };
    }
    const entries = Object.entries(awsRequirements);
    const own = Object.fromEntries(entries.filter(([name]) => isOwn(name, extensionId, commands)));
    const foreign = entries
        .filter(([name]) => !isOwn(name, extensionId, commands))
        .map(([name]) => ({ extensionId, kind: 'foreignCommand', commands: name }) as const);
    const broken = AwsRequirementDeclaration.read(own).broken.map(
        entry => ({ extensionId, kind: 'broken', commands: entry.commands ?? '', reason: entry.reason }) as const
    );
    return { own, problems: [...foreign, ...broken] };
}

/** Contributed by the extension, or within its own name space: `name.` or `publisher.name.`, where its hidden commands live. */
function isOwn(commands: string, extensionId: string, contributed: readonly string[]): boolean {
    const name = extensionId.slice(extensionId.indexOf('.') + 1);
    const isNamespaced = [`${name}.`, `${extensionId}.`].some(prefix => commands.toLowerCase().startsWith(prefix));
    return isNamespaced || contributed.includes(commands) || isCovered(commands, contributed);
}

/** A pattern is its author's if it begins like a command the extension contributes, up to a dot. */
function isCovered(pattern: string, contributed: readonly string[]): boolean {
    const prefix = pattern.slice(0, pattern.search(/[*?]|$/));
    return prefix !== pattern && prefix.includes('.') && contributed.some(command => command.startsWith(prefix));
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
