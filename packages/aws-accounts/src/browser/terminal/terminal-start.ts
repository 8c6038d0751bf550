import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { IShellTerminalServerOptions, ShellTerminalServerProxy } from '@theia/terminal/lib/common/shell-terminal-protocol';
import type { ShellStart, TerminalRecord, ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { wordsOf } from '../../common/value/words';
import { ActiveProfileVariables } from './active-profile-variables';
import { OwnShell } from './own-shell';
import { TerminalRecords } from './terminal-records';

/** Theia's own value for a terminal that could not be started. */
const NOT_STARTED = -1;

type Start = (options: IShellTerminalServerOptions) => Promise<number>;

/**
 * Stands where every terminal of this window is asked for, whoever asks: menu, command, extension, debugger. The backend's collections of
 * variables know the folder of a terminal and not its window, so two windows with two profiles and nested folders would disturb each other.
 */
@injectable()
export class TerminalStart {

    @inject(ActiveProfileVariables) protected readonly active: ActiveProfileVariables;
    @inject(TerminalRecords) protected readonly records: TerminalRecords;
    @inject(OwnShell) protected readonly shell: OwnShell;
    @inject(ILogger) @named('aws-accounts:Terminal') protected readonly logger: ILogger;

    /** Terminals that are being opened for a profile of their own, by the variables that were made for them. */
    protected readonly pinned = new WeakMap<object, ToolVariables>();
    protected readonly leftAlone = new WeakSet<object>();

    /** To be given as the `env` of a terminal that is for this profile, whatever the workspace uses. */
    pin(given: ToolVariables): { [name: string]: string } {
        const variables = { ...given.variables };
        this.pinned.set(variables, given);
        return variables;
    }

    /** To be given as the `env` of a terminal that gets no profile, whatever the workspace uses. */
    leaveAlone(): { [name: string]: string } {
        const variables = {};
        this.leftAlone.add(variables);
        return variables;
    }

    async start(options: IShellTerminalServerOptions, start: Start): Promise<number> {
        const pinned = options.env && this.pinned.get(options.env);
        if (pinned !== undefined) {
            const own = this.shell.in(options);
            return this.recorded(await start(own), { startedWith: pinned, pinned: true }, own);
        }
        if (options.env && this.leftAlone.has(options.env)) {
            // Something is going to be typed into it for the person.
            return start(this.shell.in(options));
        }
        if (this.isLeftAlone(options) || !this.active.isWanted) {
            return start(options);
        }
        const active = await this.active.getOrWarn();
        const withProfile = { ...options, env: { ...active?.variables, ...options.env } };
        return this.recorded(await start(withProfile), { startedWith: active, pinned: false }, withProfile);
    }

    protected isLeftAlone({ strictEnv, isPseudo, env = {} }: IShellTerminalServerOptions): boolean {
        return strictEnv === true || isPseudo === true || ActiveProfileVariables.decidesItself(env);
    }

    protected recorded(terminalId: number, record: Omit<TerminalRecord, 'terminalId'>, options: IShellTerminalServerOptions): number {
        if (terminalId !== NOT_STARTED) {
            this.records
                .add({ terminalId, ...record }, shellStart(options))
                .catch(() => this.logger.error('AWS Accounts could not remember a terminal.'));
        }
        return terminalId;
    }
}

function shellStart({ shell, args, rootURI, env = {} }: IShellTerminalServerOptions): ShellStart {
    return {
        shell, folder: rootURI, interactive: true,
        args: typeof args === 'string' ? wordsOf(args) : args,
        variables: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? '']))
    };
}

/**
 * The proxy with `create` replaced; everything else of it is untouched. A proxy of its own, since that one makes methods of whatever it is
 * asked for.
 */
export function decorateTerminalServer(server: ShellTerminalServerProxy, terminalStart: () => TerminalStart): ShellTerminalServerProxy {
    const create: Start = options => terminalStart().start(options, passedOn => server.create(passedOn));
    return new Proxy(server, { get: (target, name) => name === 'create' ? create : Reflect.get(target, name) as unknown });
}
