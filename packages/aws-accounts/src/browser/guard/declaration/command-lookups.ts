import type { TokenServices } from '../../../common/token-service/token-services';
import { CommandRequirements, Declaration } from './command-requirements';

/** The answer about one command. */
export interface LookedUp {
    /** Empty: the command is not guarded. */
    readonly declarations: readonly Declaration[];
    readonly conditional: boolean;
    /** For every call, unless it is conditional. */
    readonly demand: CommandRequirements;
}

export namespace LookedUp {

    export function of(declarations: readonly Declaration[], services: TokenServices): LookedUp {
        const conditional = CommandRequirements.isConditional(declarations);
        return { declarations, conditional, demand: CommandRequirements.of(declarations, services) };
    }

    /** The requirements of a call with these arguments. */
    export function demandOf(
        { conditional, declarations, demand }: LookedUp, args: readonly unknown[], services: TokenServices
    ): CommandRequirements {
        return conditional ? CommandRequirements.of(CommandRequirements.forCall(declarations, args), services) : demand;
    }
}

/** Cache of what is declared on commands, since each run of any command asks for it. */
export class CommandLookups {

    protected readonly known = new Map<string, LookedUp>();
    /** Commands on which nothing is declared, so that each costs one look-up. A property is the quickest one. */
    protected free: { [commandId: string]: true | undefined } = Object.create(null);

    /** @param isComplete tells whether no declaration is still to come, so that a command without any is free for good */
    constructor(protected readonly lookUp: (commandId: string) => LookedUp, protected readonly isComplete: () => boolean) { }

    /** Tells whether the command was looked up since declarations last changed, and there are none on it. */
    isFree(commandId: string): boolean {
        return this.free[commandId] === true;
    }

    find(commandId: string): LookedUp {
        return this.known.get(commandId) ?? this.learn(commandId);
    }

    forget(): void {
        this.known.clear();
        this.free = Object.create(null);
    }

    protected learn(commandId: string): LookedUp {
        const found = this.lookUp(commandId);
        if (found.declarations.length > 0) {
            this.known.set(commandId, found);
        } else if (this.isComplete()) {
            this.known.set(commandId, found);
            this.free[commandId] = true;
        }
        return found;
    }
}
