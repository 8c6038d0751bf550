import type { AwsConnectionId } from '../connection/aws-connection';

export const AWS_TOOLS_PATH = '/services/aws-accounts-tools';

/** Variables by which tools that a person runs in the IDE reach AWS as one profile: names, paths and addresses, never a key or a token. */
export interface ToolVariables {
    readonly connectionId: AwsConnectionId;
    /** Variables of a process; an empty value takes away what the process would inherit. */
    readonly variables: { readonly [name: string]: string };
}

/** As whom a tool acts, and where, as far as its label says it. */
export interface ToolIdentity {
    readonly connectionId: AwsConnectionId;
    /** `undefined` when nothing names a region. */
    readonly region?: string;
}

export namespace ToolVariables {

    export function identity({ connectionId, variables }: ToolVariables): ToolIdentity {
        return { connectionId, region: variables.AWS_REGION };
    }
}

/** @deprecated The name is `ToolVariables`. */
export type ToolEnvironment = ToolVariables;

/** A terminal, and the variables that it was given at its start. */
export interface TerminalRecord {
    /** Theia's id of the terminal, the same as long as its process lives. */
    readonly terminalId: number;
    /** Absent: there was no active profile at that time. */
    readonly startedWith?: ToolVariables;
    /** Opened for this very profile, whatever the workspace uses. */
    readonly pinned: boolean;
    /** Result for the start-up files of its shell; absent until it is known. */
    readonly startUp?: StartUpFinding;
}

/** Tells whether the start-up files of a shell change the variables that it is given. */
export type StartUpFinding =
    /** Names of the variables by which tools become somebody else; never their values. */
    | { readonly kind: 'checked'; readonly changed: readonly string[] }
    /** Nothing is known: of a shell of this name it cannot be found out, or its files did not come to their end. */
    | { readonly kind: 'unchecked'; readonly shell: string };

/** The start of a shell, as far as it decides which start-up files the shell reads. */
export interface ShellStart {
    /** Absent: the one of the backend. */
    readonly shell?: string;
    readonly args?: readonly string[];
    /** URI of the folder that it starts in. */
    readonly folder?: string;
    /** A terminal; else it runs one command and ends, as a task. */
    readonly interactive: boolean;
    /** Variables on top of those of the backend. */
    readonly variables: { readonly [name: string]: string };
}

export const AwsToolsServer = Symbol('AwsToolsServer');

/** Carries a profile to the tools around the IDE. Every method rejects with `AwsAccountsError` when something is broken. */
export interface AwsToolsServer {
    /** Variables that make tools act as the profile; makes no network call. */
    variablesOf(connectionId: AwsConnectionId): Promise<ToolVariables>;
    /** Remembers a terminal as long as the backend lives, so that a window that is loaded anew knows what its terminals have. */
    recordTerminal(record: TerminalRecord): Promise<void>;
    terminals(): Promise<readonly TerminalRecord[]>;
    /** Finds out whether tools are somebody else once the shell has read its start-up files. */
    startUpChanges(start: ShellStart): Promise<StartUpFinding>;
    /**
     * Makes an address that leads a browser to the console as the profile, once and for a short time: relative to the root of this
     * application, and only for the browser that shows the window; or, in a desktop application, complete and for the system's browser.
     * Makes no network call; AWS is asked when the browser comes.
     *
     * @returns undefined where the application cannot tell its own pages from others, as in a browser with a Theia before 1.74
     */
    prepareConsole(connectionId: AwsConnectionId): Promise<string | undefined>;
}
