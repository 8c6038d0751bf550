/** Somebody who is going to declare something, and does not know yet what. Commands that it may mean wait for it. */
export interface AwaitedDeclarations {
    /** Tells whether something may be declared on the command. */
    concerns(commandId: string): boolean;
    /** Resolves when everything has been declared; rejects when it cannot be known, and then the command does not run. */
    ready(): Promise<void>;
}
