import type { AwsPluginExt, AwsPluginMain, HostState } from '../common/plugin-host-protocol';

const NOTHING: HostState = { connections: [], uses: {}, consents: [] };

/** State of this plugin host, kept up to date by the page. */
export class HostLink implements AwsPluginExt {

    protected current = NOTHING;
    protected readonly listeners = new Set<() => void>();
    protected guarded = new Map<string, boolean>();
    /** Rises with every change of the declarations, so that an answer from before is not remembered. */
    protected generation = 0;

    readonly ready: Promise<void>;

    constructor(readonly main: AwsPluginMain) {
        this.ready = this.attach();
        // A caller that needs it awaits it and sees the failure; there may be none.
        this.ready.catch(() => undefined);
    }

    get state(): HostState {
        return this.current;
    }

    onDidChange(listener: () => void): { dispose(): void } {
        // Wrapped, so that the same listener may be added twice.
        const entry = (): void => listener();
        this.listeners.add(entry);
        return { dispose: () => this.listeners.delete(entry) };
    }

    /** Tells whether the guard has to be asked: one look-up once it is known. */
    async isGuarded(commandId: string): Promise<boolean> {
        const known = this.guarded.get(commandId);
        if (known !== undefined) {
            return known;
        }
        const { generation } = this;
        const answer = await this.main.$isGuarded(commandId);
        if (generation === this.generation) {
            this.guarded.set(commandId, answer);
        }
        return answer;
    }

    $onState(state: HostState): void {
        this.current = state;
        for (const listener of this.listeners) {
            notify(listener);
        }
    }

    $onRequirements(): void {
        this.generation += 1;
        this.guarded = new Map();
    }

    protected async attach(): Promise<void> {
        this.$onState(await this.main.$attach());
    }
}

/** One extension's fault is not the next one's. */
function notify(listener: () => void): void {
    try {
        listener();
    } catch (error) {
        console.error(error);
    }
}
