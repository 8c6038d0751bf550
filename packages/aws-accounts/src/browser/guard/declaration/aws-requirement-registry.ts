import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { AwsRequirementDeclaration } from '../../../common/requirement/aws-requirement-declaration';
import { ProductTokenServices, TokenServices } from '../../../common/token-service/token-services';
import { Announcements, AwaitedDeclarations } from './awaited-declarations';
import { CommandAliases } from './command-aliases';
import { CommandLookups, LookedUp } from './command-lookups';
import { CommandRequirements, Declaration, DeclarationOptions } from './command-requirements';
import { DeclaredCommands } from './declared-commands';
import { attempt, DeclarationReport } from './declaration-report';
import { WayOut } from './way-out';
import { ProductRequirements } from './product-requirements';

/** Implement and bind to declare what commands need. */
export const AwsRequirementContribution = Symbol('AwsRequirementContribution');
export interface AwsRequirementContribution {
    registerRequirements(requirements: AwsRequirementRegistry): void;
}

/**
 * Knows what each command needs. Declarations come from contributions, from the product's own configuration and from settings; none can
 * take away those of others. Several declarations on one command add up.
 */
@injectable()
export class AwsRequirementRegistry {
    @inject(ContributionProvider)
    @named(AwsRequirementContribution)
    protected readonly contributions: ContributionProvider<AwsRequirementContribution>;
    @inject(ProductRequirements) protected readonly product: ProductRequirements;
    @inject(ProductTokenServices) protected readonly services: TokenServices;
    @inject(DeclarationReport) protected readonly report: DeclarationReport;
    @inject(ILogger) @named('aws-accounts:Guard') protected readonly logger: ILogger;

    /** A requirement on an alias holds for its target, once these follow the registry of commands. */
    readonly aliases = new CommandAliases(() => this.forget());
    protected readonly announcements = new Announcements();
    protected readonly declared = new DeclaredCommands<Declaration>();
    protected readonly lookups = new CommandLookups(commandId => this.lookUp(commandId), () => this.announcements.isEmpty);
    protected readonly changed = new Emitter<void>();
    protected collected = false;

    /** Declarations have come or gone. */
    readonly onDidChange: Event<void> = this.changed.event;

    /**
     * Declares that commands need `requirement`, whether they exist already or not. A requirement that cannot be understood keeps them
     * from running; an effect that is not known counts as the strongest.
     *
     * @param commands ids, or patterns in which `*` stands for any number of characters and `?` for one: `my.product.lambda.*`
     * @returns takes this declaration back, and no other
     */
    register(commands: string | readonly string[], requirement: AwsRequirement, options: DeclarationOptions = {}): Disposable {
        const ids = typeof commands === 'string' ? [commands] : commands;
        const declaration = Declaration.of(ids, requirement, options, this.services);
        if (declaration.kind === 'broken') {
            void this.logger.error(declaration.reason);
        }
        return this.declare(ids, declaration);
    }

    /**
     * Declares what was read from JSON, and reports what cannot be understood. Commands whose declaration is broken do not run: what they
     * need is not known.
     *
     * @param origin who wrote it, for the report
     * @param report gets each problem as a sentence; unless given, the log does
     */
    registerJson(value: unknown, origin: string, report = (problem: string): unknown => this.logger.error(problem)): Disposable {
        const { declarations, broken } = AwsRequirementDeclaration.read(value, this.services);
        const all = declarations.map(({ commands, requirement, effect }) => this.register(commands, requirement, { effect }));
        for (const problem of broken) {
            const reason = AwsRequirementDeclaration.problemText(origin, problem);
            report(reason);
            all.push(problem.commands === undefined ? Disposable.NULL : this.declare([problem.commands], { kind: 'broken', reason }));
        }
        return new DisposableCollection(...all);
    }

    /**
     * Announces declarations that are not known yet: commands that they may mean wait, and run when those are there.
     *
     * @returns ends the waiting; for when everything has been declared
     */
    announce(declarations: AwaitedDeclarations): Disposable {
        const announced = this.announcements.add(declarations);
        this.lookups.forget();
        return announced;
    }

    /** Resolves when all that may be declared on the command is known; rejects when it cannot be known. `undefined`: it is known now. */
    whenKnown(commandId: string): Promise<unknown> | undefined {
        this.collect();
        return this.announcements.whenKnown(this.declarableIdsOf(commandId));
    }

    /** Tells whether the command was looked up since declarations last changed, and there are none on it. */
    isKnownFree(commandId: string): boolean {
        return this.lookups.isFree(commandId);
    }

    /** Tells whether a call of the command may be guarded, whatever its arguments. */
    isDeclared(commandId: string): boolean {
        return this.lookups.find(commandId).declarations.length > 0;
    }

    /** The requirements of a call of the command. */
    demandOf(commandId: string, args: readonly unknown[]): CommandRequirements {
        return LookedUp.demandOf(this.lookups.find(commandId), args, this.services);
    }

    protected declarableIdsOf(commandId: string): readonly string[] {
        return this.aliases.idsOf(commandId).filter(id => !WayOut.contains(id));
    }

    protected lookUp(commandId: string): LookedUp {
        this.collect();
        return LookedUp.of(this.declarableIdsOf(commandId).flatMap(id => this.declared.on(id)), this.services);
    }

    /** Not before the first command: a contribution may itself need the guard, which needs this registry. */
    protected collect(): void {
        if (this.collected) {
            return;
        }
        this.collected = true;
        attempt(() => this.registerJson(this.product(), 'the product'), error => this.report.contributionFailed('the product', error));
        const contributions = this.contributions.getContributions();
        if (contributions.length === 0) {
            // One is always bound, by this extension: Theia gives none at all when one of them cannot be made.
            this.report.contributionsMissing();
        }
        contributions.forEach(one => attempt(
            () => one.registerRequirements(this), error => this.report.contributionFailed(one.constructor.name, error)
        ));
    }

    protected declare(commands: readonly string[], declaration: Declaration): Disposable {
        const added = commands.map(command => this.declared.add(command, declaration));
        this.forget();
        return Disposable.create(() => {
            added.forEach(one => one.dispose());
            this.forget();
        });
    }

    protected forget(): void {
        this.lookups.forget();
        this.changed.fire();
    }
}
