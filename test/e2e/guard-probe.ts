import type { IdeWindow } from './ide-window';

export const PROBE = 'e2e.probe';
export const PROBE_LABEL = 'Probe the Guard';

/** Functions that the page's script offers to tests. */
interface ProbePage {
    readonly probe: {
        readonly runs: unknown[][];
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- services of the page, which tests know by name alone
        service(name: string): any;
    };
}

/** A guarded command in the page that keeps the arguments of its runs, with everything that Theia offers to lead to it. */
export class GuardProbe {

    protected constructor(protected readonly window: IdeWindow) { }

    static async install(window: IdeWindow): Promise<GuardProbe> {
        await window.page.evaluate(installProbe, [PROBE, PROBE_LABEL] as const);
        return new GuardProbe(window);
    }

    /** The arguments of every run; what is no plain data is told as `object`. */
    runs(): Promise<unknown[][]> {
        return this.window.page.evaluate(() => (window as unknown as ProbePage).probe.runs);
    }

    async forget(): Promise<void> {
        await this.window.page.evaluate(() => (window as unknown as ProbePage).probe.runs.splice(0));
    }

    /** A notification with a link to the command. */
    async showLink(): Promise<void> {
        await this.window.page.evaluate(([id]) => {
            const link = `[run the probe](command:${id}?${encodeURIComponent(JSON.stringify(['by link', 5]))})`;
            void (window as unknown as ProbePage).probe.service('MessageService').info(`Please ${link}`);
        }, [PROBE] as const);
    }

    /** Runs a command as code lenses, hovers and editor actions do. */
    async callByMonaco(...args: unknown[]): Promise<void> {
        await this.window.page.evaluate(([id, values]) => {
            // Not awaited: the answer is given in the dialog.
            (window as unknown as ProbePage).probe.service('MonacoCommandService').executeCommand(id, ...values).catch(() => undefined);
        }, [PROBE, args] as const);
    }

    async openFile(name: string): Promise<void> {
        await this.window.page.evaluate(async file => {
            const { service } = (window as unknown as ProbePage).probe;
            const uri = service('WorkspaceService').tryGetRoots()[0].resource.resolve(file);
            await (await service('OpenerService').getOpener(uri)).open(uri);
        }, name);
    }
}

/** Runs in the page: everything it uses has to be inside. */
function installProbe([id, label]: readonly [string, string]): void {
    type Key = { readonly name?: string; readonly description?: string };
    interface PageContainer { get(key: unknown): unknown; readonly _bindingDictionary: { readonly _map: Map<Key, unknown> } }
    const { container } = (window as unknown as { theia: { container: PageContainer } }).theia;
    const keys = [...container._bindingDictionary._map.keys()];
    const nameOf = ({ name, description }: Key): string => String(description ?? name);
    // The bundler numbers classes whose names occur twice.
    const find = (name: string): Key | undefined => keys.find(key => nameOf(key) === name)
        ?? keys.find(key => nameOf(key).replace(/^_|\d+$/g, '') === name);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
    const service = (name: string): any => container.get(find(name) ?? name);
    const runs: unknown[][] = [];
    const shown = (value: unknown): unknown => typeof value !== 'object' || value === null ? value : 'object';
    Object.assign(window, { probe: { runs, service } });

    service('CommandRegistry').registerCommand({ id, label, iconClass: 'codicon codicon-beaker' }, {
        execute: (...args: unknown[]) => (runs.push(args.map(shown)), 'probed')
    });
    service('AwsRequirementRegistry').register(id, { kind: 'iam' });
    service('MenuModelRegistry').registerMenuAction(['menubar', '8_aws_sample'], { commandId: id });
    service('MenuModelRegistry').registerMenuAction(['navigator-context-menu', 'navigation'], { commandId: id });
    service('TabBarToolbarRegistry').registerItem(
        { id, command: id, tooltip: label, isVisible: (widget: { id: string }) => widget.id === 'aws-accounts' }
    );
    service('KeybindingRegistry').registerKeybinding({ command: id, keybinding: 'ctrl+shift+f9', args: 'by key' });
    service('StatusBar').setElement(id, { text: 'Probe', alignment: 0, command: id, arguments: ['by status bar', 4] });
}
