import { Disposable } from '@theia/core/lib/common/disposable';
import { CommandPattern } from '../../../common/requirement/command-pattern';
import { CommandPatterns } from './command-patterns';

/** Declarations by the ids and patterns of commands that they are about. */
export class DeclaredCommands<T> {

    protected readonly byId = new Map<string, Set<T>>();
    protected readonly patterns = new CommandPatterns<T>();

    /**
     * @param commands an id or a pattern
     * @returns takes `declaration` away again, and no other
     */
    add(commands: string, declaration: T): Disposable {
        if (CommandPattern.is(commands)) {
            return this.patterns.add(commands, declaration);
        }
        const declarations = this.byId.get(commands) ?? new Set();
        this.byId.set(commands, declarations.add(declaration));
        return Disposable.create(() => {
            declarations.delete(declaration);
        });
    }

    /** All that is declared on the id, or on a pattern that it fits. */
    on(commandId: string): readonly T[] {
        return [...this.byId.get(commandId) ?? [], ...this.patterns.matching(commandId)];
    }
}
