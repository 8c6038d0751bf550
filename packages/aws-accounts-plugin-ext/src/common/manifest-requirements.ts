import type { AwsRequirement } from 'theia-aws-accounts/lib/common';
import type { ExtensionManifest } from './aws-plugin-protocol';

/** One declaration that can be registered. */
export interface CommandRequirement {
    /** A command id, or a pattern with `*`. */
    readonly commands: string;
    readonly requirement: AwsRequirement;
}

/** Why an entry, or the whole of `contributes.awsRequirements`, cannot be taken as it is. */
export type ManifestProblemReason =
    /** Not an object that maps commands to requirements. */
    | 'notAnObject'
    /** The requirement is not one that this product knows. */
    | 'unknownRequirement'
    /** A token requirement without a list of scopes. */
    | 'scopesMissing'
    /** An extension may guard what it contributes itself, and nothing else. */
    | 'foreignCommand';

export interface ManifestProblem {
    readonly extensionId: string;
    /** The entry; absent: the whole. */
    readonly commands?: string;
    readonly reason: ManifestProblemReason;
}

export interface ManifestRequirements {
    readonly requirements: readonly CommandRequirement[];
    readonly problems: readonly ManifestProblem[];
}

/** For a command that is declared and nobody can tell what for: it must not run as if nothing had been said. */
const IN_DOUBT: AwsRequirement = { kind: 'iam' };

/**
 * What an extension's manifest declares: an object from command ids (or patterns with `*`) to requirements, as in the product's own configuration.
 * A command whose requirement cannot be understood stays guarded, as if it needed IAM credentials; an entry for a command of somebody else is left out.
 */
export function manifestRequirements({ extensionId, commands: contributed, awsRequirements }: ExtensionManifest): ManifestRequirements {
    if (!isObject(awsRequirements)) {
        const requirements = contributed.map(commands => ({ commands, requirement: IN_DOUBT }));
        return { requirements, problems: [{ extensionId, reason: 'notAnObject' }] };
    }
    const requirements: CommandRequirement[] = [];
    const problems: ManifestProblem[] = [];
    for (const [commands, value] of Object.entries(awsRequirements)) {
        const problem = isOwn(commands, extensionId, contributed) ? problemOf(value) : 'foreignCommand';
        if (problem) {
            problems.push({ extensionId, commands, reason: problem });
        }
        if (problem !== 'foreignCommand') {
            requirements.push({ commands, requirement: problem ? IN_DOUBT : value as AwsRequirement });
        }
    }
    return { requirements, problems };
}

function problemOf(value: unknown): ManifestProblemReason | undefined {
    if (!isObject(value) || (value.kind !== 'iam' && value.kind !== 'token')) {
        return 'unknownRequirement';
    }
    const { scopes } = value;
    const hasScopes = Array.isArray(scopes) && scopes.length > 0 && scopes.every(scope => typeof scope === 'string');
    return value.kind === 'token' && !hasScopes ? 'scopesMissing' : undefined;
}

/** Contributed by the extension, or within its own name space: `name.` or `publisher.name.`, where its hidden commands live. */
function isOwn(commands: string, extensionId: string, contributed: readonly string[]): boolean {
    const name = extensionId.slice(extensionId.indexOf('.') + 1);
    const isNamespaced = [`${name}.`, `${extensionId}.`].some(prefix => commands.toLowerCase().startsWith(prefix));
    return isNamespaced || contributed.includes(commands) || isCovered(commands, contributed);
}

/** A pattern is its author's if it begins like a command the extension contributes, up to a dot. */
function isCovered(pattern: string, contributed: readonly string[]): boolean {
    const prefix = pattern.slice(0, pattern.indexOf('*'));
    return pattern.includes('*') && prefix.includes('.') && contributed.some(command => command.startsWith(prefix));
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
