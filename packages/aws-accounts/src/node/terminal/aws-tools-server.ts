import { environment } from '@theia/core/lib/common';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { AwsToolsServer, ShellStart, StartUpFinding, TerminalRecord, ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { ConsoleRoute } from '../console/console-route';
import { ConsoleTickets } from '../console/console-tickets';
import { ConsoleVisit } from '../console/console-visit';
import { DesktopConsoleLink } from '../console/desktop-console-link';
import { withKnownErrors } from '../rpc/known-errors';
import { ShellStartUp } from './shell-start-up';
import { ToolVariablesService } from './tool-variables-service';

/** Terminals of which it is remembered what they have; far more than a person opens while a backend lives. */
const MOST_RECORDS = 1000;
/** Characters of one record as JSON. An honest one has some twenty variables. */
const LONGEST_RECORD = 50_000;

/** One for all windows: nothing of it depends on which window asks. */
@injectable()
export class AwsToolsServerImpl implements AwsToolsServer {

    @inject(ToolVariablesService) protected readonly toolVariables: ToolVariablesService;
    @inject(ShellStartUp) protected readonly startUp: ShellStartUp;
    @inject(ConsoleTickets) protected readonly tickets: ConsoleTickets;
    @inject(ConsoleVisit) protected readonly visit: ConsoleVisit;
    @inject(ConsoleRoute) protected readonly route: ConsoleRoute;
    @inject(DesktopConsoleLink) protected readonly desktop: DesktopConsoleLink;
    @inject(ILogger) @named('aws-accounts:Tools') protected readonly logger: ILogger;

    protected readonly isDesktop: boolean = environment.electron.is();
    protected readonly records = new Map<number, TerminalRecord>();

    async variablesOf(connectionId: AwsConnectionId): Promise<ToolVariables> {
        return withKnownErrors(this.logger, () => this.toolVariables.get(connectionId));
    }

    async recordTerminal(record: TerminalRecord): Promise<void> {
        if (JSON.stringify(record).length > LONGEST_RECORD) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: 'recordTerminal' });
        }
        this.records.set(record.terminalId, record);
        const [oldest] = this.records.keys();
        if (this.records.size > MOST_RECORDS && oldest !== undefined) {
            this.records.delete(oldest);
        }
    }

    async terminals(): Promise<readonly TerminalRecord[]> {
        return [...this.records.values()];
    }

    async startUpChanges(start: ShellStart): Promise<StartUpFinding> {
        return withKnownErrors(this.logger, () => this.startUp.look(start));
    }

    async prepareConsole(connectionId: AwsConnectionId): Promise<string | undefined> {
        return withKnownErrors(this.logger, async () => {
            if (!this.isDesktop && !this.route.isServed) {
                return undefined;
            }
            const path = this.tickets.issue(connectionId);
            await this.visit.check(connectionId);
            return this.isDesktop ? this.desktop.address(path) : path;
        });
    }
}
