import { Disposable } from '@theia/core/lib/common/disposable';

/** Somebody who is going to declare something, and does not know yet what. Commands that it may mean wait for it. */
export interface AwaitedDeclarations {
    /** Tells whether something may be declared on the command. */
    concerns(commandId: string): boolean;
    /** Resolves when everything has been declared; rejects when it cannot be known, and then the command does not run. */
    ready(): Promise<void>;
}

/** The declarations that are announced and not known yet. */
export class Announcements {

    protected readonly awaited = new Set<AwaitedDeclarations>();

    get isEmpty(): boolean {
        return this.awaited.size === 0;
    }

    /** @returns ends the waiting; for when everything has been declared */
    add(declarations: AwaitedDeclarations): Disposable {
        this.awaited.add(declarations);
        return Disposable.create(() => this.awaited.delete(declarations));
    }

    /**
     * Resolves when all that may be declared on one of the commands is known; rejects when it cannot be known. `undefined`: it is known
     * now.
     */
    whenKnown(commandIds: readonly string[]): Promise<unknown> | undefined {
        const awaited = [...this.awaited].filter(declarations => commandIds.some(id => declarations.concerns(id)));
        return awaited.length === 0 ? undefined : Promise.all(awaited.map(declarations => declarations.ready()));
    }
}
