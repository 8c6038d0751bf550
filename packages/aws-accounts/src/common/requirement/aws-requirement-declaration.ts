import { nls } from '@theia/core/lib/common/nls';
import type { AwsEffect } from './aws-effect';
import type { AwsRequirement } from './aws-requirement';
import type { TokenServices } from '../token-service/token-services';
import { isObject } from '../value/json-value';
import { RequirementFlaw } from './requirement-flaw';
import { shortened, shown } from './shown-value';

/** A declaration as JSON: in a product's configuration or in the manifest of a VS Code extension. */
export interface AwsRequirementDeclaration {
    /** A command id, or a pattern: `*` stands for any number of characters, `?` for one. */
    readonly commands: string;
    readonly requirement: AwsRequirement;
    readonly effect?: AwsEffect;
}

/** An entry that cannot be understood, and why. `commands` is a command id or a pattern, where at least that is known. */
export interface BrokenDeclaration {
    readonly commands?: string;
    readonly reason: string;
}

export interface ReadDeclarations {
    readonly declarations: readonly AwsRequirementDeclaration[];
    readonly broken: readonly BrokenDeclaration[];
}

type Need = AwsRequirement & { readonly effect?: AwsEffect };

export namespace AwsRequirementDeclaration {

    /**
     * Reads declarations that somebody wrote by hand: an object from command ids or patterns to what they need, or to a list of that. Never
     * throws; what cannot be understood is told, and does not take the rest with it.
     *
     * @param value for example `{ "my.product.*": { "kind": "iam", "accounts": ["111122223333"], "effect": "change" } }`; `undefined`:
     * nothing is declared
     * @param services the token services that can be named; absent: all that there may be
     */
    export function read(value: unknown, services?: TokenServices): ReadDeclarations {
        if (value === undefined) {
            return { declarations: [], broken: [] };
        }
        if (!isObject(value)) {
            const reason = nls.localize(
                'theia/aws-accounts/requirement/noEntries', 'expected an object from command ids to requirements, found {0}', shown(value)
            );
            return { declarations: [], broken: [{ reason }] };
        }
        const entries = Object.entries(value).flatMap(([commands, needs]) =>
            (Array.isArray(needs) ? (needs as unknown[]) : [needs]).map(need => ({ commands, need }))
        );
        const results = entries.map(({ commands, need }) => ({ commands, need, reason: flaw(commands, need, services) }));
        return {
            declarations: results
                .filter(({ reason }) => reason === undefined)
                .map(({ commands, need }) => declaration(commands, need as Need)),
            broken: results.flatMap(({ commands, reason }) => (reason === undefined ? [] : [{ commands, reason }]))
        };
    }

    /** Problem and its subject, as a sentence for the log and the person. @param origin who wrote it */
    export function problemText(origin: string, { commands, reason }: BrokenDeclaration): string {
        return commands === undefined
            ? nls.localize('theia/aws-accounts/requirement/problem', 'AWS requirements of {0}: {1}.', origin, reason)
            : nls.localize(
                'theia/aws-accounts/requirement/problemOf',
                'AWS requirements of {0}, "{1}": {2}.',
                origin, shortened(commands), reason
            );
    }

    function declaration(commands: string, { effect, ...requirement }: Need): AwsRequirementDeclaration {
        return { commands, requirement, ...effect && { effect } };
    }

    /** Tells why an entry cannot be understood. */
    function flaw(commands: string, need: unknown, services?: TokenServices): string | undefined {
        if (commands.trim() === '') {
            return nls.localize('theia/aws-accounts/requirement/noCommand', 'the command id is empty');
        }
        return RequirementFlaw.of(need, { services });
    }
}
