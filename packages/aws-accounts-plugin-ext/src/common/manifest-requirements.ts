import { AwsRequirementDeclaration } from 'theia-aws-accounts/lib/common';
import { CommandPattern, ForeignRequirements, isObject } from 'theia-aws-accounts/lib/common/integration';
import type { ExtensionManifest } from './aws-plugin-protocol';

/** Reason why an entry, or the whole of `contributes.awsRequirements`, cannot be taken as it is. */
export type ManifestProblem = { readonly extensionId: string } & (
    /** Not an object that maps commands to what they need, or one with more entries than count. */
    | { readonly kind: 'notAnObject' }
    /** An extension may guard what it contributes itself, and nothing else. */
    | { readonly kind: 'foreignCommand'; readonly commands: string }
    /** The need of the commands cannot be told. */
    | { readonly kind: 'broken'; readonly commands: string; readonly reason: string }
);

interface ManifestRequirements {
    /** The extension's own entries, for the registry: it keeps commands whose entry is broken from running. */
    readonly own: Readonly<Record<string, unknown>>;
    readonly problems: readonly ManifestProblem[];
}

/**
 * Declarations of an extension's manifest, in the form of the product's own configuration. Where the whole cannot be understood, that is so
 * for every command of the extension: none may run as if nothing had been said.
 */
export function manifestRequirements({ extensionId, commands, awsRequirements }: ExtensionManifest): ManifestRequirements {
    if (!isObject(awsRequirements) || Object.keys(awsRequirements).length > ForeignRequirements.MAX_COUNT) {
        return {
            own: Object.fromEntries(commands.map(command => [command, 'not declared in an object'])),
            problems: [{ extensionId, kind: 'notAnObject' }]
        };
    }
    const entries = Object.keys(awsRequirements);
    const refused = entries
        .filter(name => name.length > ForeignRequirements.MAX_LENGTH)
        .map(commands => ({ commands, reason: `a command id or a pattern has at most ${ForeignRequirements.MAX_LENGTH} characters` }));
    const own = scoped(awsRequirements, extensionId, commands);
    const foreign = entries
        .filter(name => !isOwn(name, extensionId) && coveredBy(name, commands).length === 0)
        .map(name => ({ extensionId, kind: 'foreignCommand', commands: name }) as const);
    const broken = [...refused, ...AwsRequirementDeclaration.read(own).broken].map(
        entry => ({ extensionId, kind: 'broken', commands: entry.commands ?? '', reason: entry.reason }) as const
    );
    return { own, problems: [...foreign, ...broken] };
}

/** Declarations that count: entries of the name space as they are, and one for each contributed command that others mean. */
function scoped(awsRequirements: Record<string, unknown>, extensionId: string, contributed: readonly string[]): Record<string, unknown> {
    const own = new Map<string, unknown>();
    for (const [commands, needs] of Object.entries(awsRequirements)) {
        if (isOwn(commands, extensionId) && commands.length <= ForeignRequirements.MAX_LENGTH) {
            own.set(commands, needs);
            continue;
        }
        for (const command of coveredBy(commands, contributed)) {
            own.set(command, commands === command && !own.has(command) ? needs : [own.get(command) ?? [], needs].flat());
        }
    }
    return Object.fromEntries(own);
}

/** Within the name space of the extension, `publisher.name.`, where its hidden commands live. */
function isOwn(commands: string, extensionId: string): boolean {
    return commands.toLowerCase().startsWith(`${extensionId.toLowerCase()}.`);
}

/** The contributed commands that an entry means: one by its id, or those that a pattern fits which begins like them, up to a dot. */
function coveredBy(commands: string, contributed: readonly string[]): readonly string[] {
    if (!CommandPattern.is(commands)) {
        return contributed.filter(command => command === commands);
    }
    const begins = CommandPattern.beginningOf(commands).includes('.') && commands.length <= ForeignRequirements.MAX_LENGTH;
    return begins ? contributed.filter(command => CommandPattern.fits(commands, command)) : [];
}
