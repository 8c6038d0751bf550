import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsToolsServer, ShellStart, TerminalRecord } from '../../common/protocol/aws-tools-protocol';
import { AwsToolsServerProxy } from '../connection/backend-services';

/**
 * The terminals of this window and the variables that each started with. The backend keeps them as long as their processes, so that a
 * reloaded window knows them too.
 */
@injectable()
export class TerminalRecords {

    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;

    protected readonly records = new Map<number, TerminalRecord>();
    protected readonly changed = new Emitter<void>();
    readonly onDidChange = this.changed.event;

    get(terminalId: number): TerminalRecord | undefined {
        return this.records.get(terminalId);
    }

    /** Reads what the backend remembers. */
    async restore(): Promise<void> {
        for (const record of await this.server.terminals()) {
            this.records.set(record.terminalId, record);
        }
        this.changed.fire();
    }

    /** @param start how its shell starts, whose start-up files may make somebody else of it; absent: nothing is known of them */
    async add(record: TerminalRecord, start?: ShellStart): Promise<void> {
        await this.set(record);
        if (record.startedWith !== undefined && start !== undefined) {
            await this.set({ ...record, startUp: await this.server.startUpChanges(start) });
        }
    }

    protected async set(record: TerminalRecord): Promise<void> {
        this.records.set(record.terminalId, record);
        this.changed.fire();
        await this.server.recordTerminal(record);
    }
}
