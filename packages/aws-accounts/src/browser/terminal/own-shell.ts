import { OS } from '@theia/core/lib/common/os';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { IShellTerminalServerOptions } from '@theia/terminal/lib/common/shell-terminal-protocol';
import { WorkspaceTrust } from '../trust/workspace-trust';

/** Shell of a terminal that acts as a profile: a workspace that the person does not trust has no say in it. */
@injectable()
export class OwnShell {

    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(WorkspaceTrust) protected readonly trust: WorkspaceTrust;

    /** The options with the person's own shell and arguments where the workspace has no say; without any, their login shell runs. */
    in(options: IShellTerminalServerOptions): IShellTerminalServerOptions {
        if (this.trust.trusted === true) {
            return options;
        }
        const system = OS.backend.type().toLowerCase();
        const shell = this.own(`terminal.integrated.shell.${system}`);
        const args = this.own(`terminal.integrated.shellArgs.${system}`);
        return {
            ...options, shell: typeof shell === 'string' ? shell : undefined, args: Array.isArray(args) ? args.map(String) : undefined
        };
    }

    protected own(name: string): unknown {
        return this.preferences.inspect(name)?.globalValue;
    }
}
