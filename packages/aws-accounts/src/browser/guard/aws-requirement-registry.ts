import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Disposable } from '@theia/core/lib/common/disposable';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { AwsRequirement } from '../../common/aws-requirement';
import { ProductRequirements } from './product-requirements';

/** Implement and bind to declare what commands need. */
export const AwsRequirementContribution = Symbol('AwsRequirementContribution');
export interface AwsRequirementContribution {
    registerRequirements(requirements: AwsRequirementRegistry): void;
}

interface Declaration {
    readonly fits: (commandId: string) => boolean;
    readonly requirement: AwsRequirement;
}

/**
 * Which command needs what. Declarations come from contributions and from the product's own configuration (`awsRequirements` in the `theia.frontend.config`
 * of the application's package.json), which no workspace can change. Several declarations for one command add up.
 */
@injectable()
export class AwsRequirementRegistry {

    @inject(ContributionProvider) @named(AwsRequirementContribution) protected readonly contributions: ContributionProvider<AwsRequirementContribution>;
    @inject(ProductRequirements) protected readonly product: ProductRequirements;

    protected readonly byId = new Map<string, Set<AwsRequirement>>();
    protected readonly patterns = new Set<Declaration>();
    /** Answers given before, so that an unguarded command costs one look-up. */
    protected readonly known = new Map<string, readonly AwsRequirement[]>();

    protected collected = false;

    /**
     * Declares that a command needs `requirement`, whether the command exists already or not.
     *
     * @param commands a command id, or a pattern in which `*` stands for any number of characters: `my.product.lambda.*`
     * @returns takes the declaration back
     */
    register(commands: string, requirement: AwsRequirement): Disposable {
        this.known.clear();
        return commands.includes('*') ? this.addPattern(commands, requirement) : this.addId(commands, requirement);
    }

    /** Everything the command needs; empty when it is not guarded. */
    requirementsOf(commandId: string): readonly AwsRequirement[] {
        this.collect();
        const known = this.known.get(commandId);
        if (known) {
            return known;
        }
        const matching = [...this.patterns].filter(({ fits }) => fits(commandId)).map(({ requirement }) => requirement);
        const all = [...this.byId.get(commandId) ?? [], ...matching];
        this.known.set(commandId, all);
        return all;
    }

    /** Not before the first command: a contribution may itself need the guard, which needs this registry. */
    protected collect(): void {
        if (this.collected) {
            return;
        }
        this.collected = true;
        this.contributions.getContributions().forEach(contribution => contribution.registerRequirements(this));
        for (const [commands, requirement] of Object.entries(this.configured())) {
            this.register(commands, requirement);
        }
    }

    protected addId(commandId: string, requirement: AwsRequirement): Disposable {
        const requirements = this.byId.get(commandId) ?? new Set();
        this.byId.set(commandId, requirements.add(requirement));
        return Disposable.create(() => {
            requirements.delete(requirement);
            this.known.clear();
        });
    }

    protected addPattern(pattern: string, requirement: AwsRequirement): Disposable {
        const literal = pattern.split('*').map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
        const expression = new RegExp(`^${literal.join('.*')}$`);
        const declaration: Declaration = { requirement, fits: commandId => expression.test(commandId) };
        this.patterns.add(declaration);
        return Disposable.create(() => {
            this.patterns.delete(declaration);
            this.known.clear();
        });
    }

    protected configured(): { readonly [commands: string]: AwsRequirement } {
        return (this.product() ?? {}) as { readonly [commands: string]: AwsRequirement };
    }
}
