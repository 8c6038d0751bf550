import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ApprovalPage } from './approval/approval-page';
import { decide, Decided, Decision } from './approval/decision';
import { CodeWhispererService } from './codewhisperer/codewhisperer-service';
import type { ReceivedCall } from './codewhisperer/received-calls';
import { controlOperations } from './control/control';
import type { EmulatorControls, LoggedRequest } from './control/emulator-controls';
import { EmulatorState } from './state/emulator-state';
import { effectOf, FaultPlan } from './faults/fault-plan';
import { FederationService } from './federation/federation-service';
import { Exchange, Refusal, Reply } from './http/exchange';
import { Operation } from './http/operation';
import { answering, close, listen, Treatment, urlOf } from './http/server';
import { LambdaService } from './lambda/lambda-service';
import { oidcReply } from './oidc/oidc-error';
import { OidcService } from './oidc/oidc-service';
import type { Organisation } from './organisation/organisation';
import { sampleOrganisation } from './organisation/sample-organisation';
import { PortalService } from './portal/portal-service';
import { RequestRecord } from './record/request-record';
import { ConsoleSignInService } from './signin/console-sign-in-service';
import { StartPage } from './start-page/start-page';
import type { EmulatorSettings } from './state/emulator-settings';
import { StsService } from './sts/sts-service';

export interface EmulatorOptions {
    /** Port on 127.0.0.1; absent or 0: any free one. */
    readonly port?: number;
    readonly organisation?: Organisation;
    /** Epoch milliseconds; default: the system clock. */
    readonly now?: () => number;
}

/** A running emulator. Make one with `start`, end it with `stop`. */
export class AwsSignInEmulator implements EmulatorControls {

    readonly faults = new FaultPlan();
    /** Each request of an emulated service with the host that was asked, those that no operation knows included. */
    readonly record = new RequestRecord();
    /** Answers a request, whichever server it came to. */
    readonly answer = answering(exchange => this.treat(exchange));
    protected readonly log: LoggedRequest[] = [];
    protected readonly operations: Operation[];
    protected readonly pages: Operation[];
    protected readonly approvals: ApprovalPage;
    protected readonly startPage: StartPage;
    protected readonly codeWhisperer: CodeWhispererService;
    protected readonly consoleSignIn: ConsoleSignInService;
    protected server: Server;

    protected constructor(protected readonly state: EmulatorState) {
        const oidc = new OidcService(state, () => this.url);
        this.codeWhisperer = new CodeWhispererService(state);
        this.consoleSignIn = new ConsoleSignInService(state);
        this.approvals = new ApprovalPage(state, oidc);
        this.startPage = new StartPage(state);
        const services = [
            oidc, new PortalService(state), this.codeWhisperer, this.consoleSignIn, new StsService(state),
            new FederationService(state), new LambdaService(state)
        ];
        this.operations = services.flatMap(service => service.operations());
        this.pages = [
            ...this.approvals.operations(), ...this.startPage.operations(), ...this.consoleSignIn.pages(), ...controlOperations(this)
        ];
    }

    static async start({ port = 0, organisation = sampleOrganisation, now = Date.now }: EmulatorOptions = {}): Promise<AwsSignInEmulator> {
        const emulator = new AwsSignInEmulator(new EmulatorState(organisation, now));
        emulator.server = await listen(port, emulator.answer);
        return emulator;
    }

    async stop(): Promise<void> {
        await close(this.server);
    }

    /** Base address of every emulated service. */
    get url(): string {
        return urlOf(this.server);
    }

    get settings(): EmulatorSettings {
        return this.state.settings;
    }

    /** Requests of the emulated AWS operations, oldest first; pages and control requests do not count. */
    get requests(): readonly LoggedRequest[] {
        return this.log;
    }

    /** Number of requests for an operation. */
    count(operation: string): number {
        return this.log.filter(request => request.operation === operation).length;
    }

    /** Calls of CodeWhisperer as clients sent them, oldest first. */
    get codeWhispererCalls(): readonly ReceivedCall[] {
        return this.codeWhisperer.received.all;
    }

    /** Names of the emulated operations, as in the log and in fault requests. */
    get operationNames(): string[] {
        return this.operations.map(({ name }) => name);
    }

    forgetRequests(): void {
        this.log.length = 0;
        this.record.forget();
        this.codeWhisperer.received.all.length = 0;
    }

    /** Plays the person: allows the sign-in with this user code, or the newest pending one. Tells whether there was one. */
    approve(userCode?: string): boolean {
        return this.decide('approved', userCode) !== undefined;
    }

    /** Plays the person who refuses. */
    deny(userCode?: string): boolean {
        return this.decide('denied', userCode) !== undefined;
    }

    /** Plays the person, and tells where the browser would go next. `undefined`: no such sign-in waits for anybody. */
    decide(decision: Decision, userCode?: string): Decided | undefined {
        const authorization = userCode === undefined ? this.state.undecided().at(-1) : this.approvals.findByUserCode(userCode);
        return authorization && decide(authorization, decision);
    }

    /** Answers `from`, for example a vanity start URL, with one redirect to `to`. */
    redirect(from: string, to: string): void {
        this.startPage.redirect(from, to);
    }

    /** User codes that a person can still decide about, oldest first. */
    pendingUserCodes(): string[] {
        return this.state.undecided().flatMap(({ userCode }) => userCode ?? []);
    }

    /** Moves the emulated time. */
    advance(ms: number): void {
        this.state.advance(ms);
    }

    endSessions(): void {
        this.state.endSessions();
        this.consoleSignIn.endSessions();
    }

    /** Every secret given out so far: a test looks for them where they must not be. */
    issuedSecrets(): string[] {
        return this.state.issuedSecrets();
    }

    protected async treat(exchange: Exchange): Promise<Treatment> {
        const operation = this.operations.find(candidate => Operation.answers(candidate, exchange));
        if (operation) {
            this.record.note(operation.name, exchange);
            const treatment = await this.treatOperation(operation, exchange);
            this.log.push({ operation: operation.name, at: new Date(this.state.now()).toISOString(), outcome: typeof treatment === 'string' ? treatment : treatment.status });
            return treatment;
        }
        const page = this.pages.find(candidate => Operation.answers(candidate, exchange));
        if (exchange.connection?.sni !== undefined) {
            this.record.note(page?.name, exchange);
        }
        return page ? this.handle(page, exchange) : unknown(exchange);
    }

    protected async treatOperation(operation: Operation, exchange: Exchange): Promise<Treatment> {
        const fault = this.faults.take(operation.name);
        const effect = fault && effectOf(fault, {
            oidcError: (error, description, status) => oidcReply(this.settings.errorTypeHeader, error, description, status),
            trouble: status => operation.trouble?.(status)
        });
        if (effect !== undefined && !(typeof effect === 'object' && 'delayMs' in effect)) {
            return effect;
        }
        await delay(effect?.delayMs ?? 0, undefined, { ref: false });
        return this.handle(operation, exchange);
    }

    protected handle(operation: Operation, exchange: Exchange): Reply {
        try {
            return operation.handle(exchange);
        } catch (error) {
            if (error instanceof Refusal) {
                return error.reply;
            }
            throw error;
        }
    }
}

function unknown({ method, url }: Exchange): Reply {
    return Reply.json({ message: `The emulator does not know ${method} ${url.pathname}.` }, 404);
}
