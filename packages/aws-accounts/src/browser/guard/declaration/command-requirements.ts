import type { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { AwsEffect } from '../../../common/requirement/aws-effect';
import type { TokenServices } from '../../../common/token-service/token-services';
import { AwsRequirementDeclaration } from '../../../common/requirement/aws-requirement-declaration';
import { RequirementFlaw } from '../../../common/requirement/requirement-flaw';
import { CombinedRequirements } from '../../../common/requirement/combined-requirements';

/** Options of one declaration beside the requirement. */
export interface DeclarationOptions {
    /** Effect of the command in AWS. */
    readonly effect?: AwsEffect;
    /** True when the declaration is meant for a call with these arguments. One that throws is taken for a yes. */
    readonly when?: (...args: readonly unknown[]) => boolean;
}

/** One declaration on a command. */
export type Declaration =
    | { readonly kind: 'needs'; readonly requirement: AwsRequirement; readonly options: DeclarationOptions }
    /** Somebody declared something that cannot be understood; the command stays where it is, since what it needs is not known. */
    | { readonly kind: 'broken'; readonly reason: string };

export namespace Declaration {

    /** @throws TypeError for commands that are no ids: there is nothing that could be kept from running */
    export function of(
        commands: readonly string[],
        requirement: AwsRequirement,
        options: DeclarationOptions,
        services: TokenServices
    ): Declaration {
        if (!Array.isArray(commands) || !commands.every(command => typeof command === 'string' && command.trim() !== '')) {
            throw new TypeError('AWS requirements are declared on ids of commands, or on patterns of ids.');
        }
        const flaw = RequirementFlaw.inCode(requirement, services);
        return flaw === undefined
            ? { kind: 'needs', requirement, options }
            : { kind: 'broken', reason: AwsRequirementDeclaration.problemText(quoted(commands), { reason: flaw }) };
    }
}

function quoted(commands: readonly string[]): string {
    return commands.map(command => `"${command}"`).join(', ');
}

/** All that is declared on one command, taken together. */
export interface CommandRequirements {
    /** As few as possible; empty: this call is not guarded. */
    readonly requirements: readonly AwsRequirement[];
    /** The strongest of the declared effects. */
    readonly effect?: AwsEffect;
    /** Reason why nobody can tell what the command needs. */
    readonly broken?: string;
}

export namespace CommandRequirements {

    export const NONE: CommandRequirements = { requirements: [] };

    export function of(declarations: readonly Declaration[], services: TokenServices): CommandRequirements {
        if (declarations.length === 0) {
            return NONE;
        }
        const needs = declarations.filter(declaration => declaration.kind === 'needs');
        return {
            requirements: CombinedRequirements.of(needs.map(({ requirement }) => requirement), services),
            effect: AwsEffect.strongest(needs.map(({ options }) => options.effect)),
            broken: declarations.find(declaration => declaration.kind === 'broken')?.reason
        };
    }

    /** Tells whether the demand depends on the arguments of a call. */
    export function isConditional(declarations: readonly Declaration[]): boolean {
        return declarations.some(declaration => declaration.kind === 'needs' && declaration.options.when !== undefined);
    }

    /** The declarations that are meant for a call with these arguments. */
    export function forCall(declarations: readonly Declaration[], args: readonly unknown[]): Declaration[] {
        return declarations.filter(declaration => declaration.kind === 'broken' || isMeant(declaration.options, args));
    }

    function isMeant({ when }: DeclarationOptions, args: readonly unknown[]): boolean {
        try {
            return when === undefined || when(...args);
        } catch {
            // Not knowing is no reason to let the command run.
            return true;
        }
    }
}
