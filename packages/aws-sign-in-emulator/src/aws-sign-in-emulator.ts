import type { Server } from 'node:http';
import { ApprovalPage } from './approval/approval-page';
import { decide, Decided, Decision } from './approval/decision';
import { CodeWhispererService } from './codewhisperer/codewhisperer-service';
import type { ReceivedCall } from './codewhisperer/received-calls';
import { controlOperations } from './control/control';
import type { EmulatorControls, LoggedRequest } from './control/emulator-controls';
import { EmulatorState } from './state/emulator-state';
import type { FaultPlan } from './faults/fault-plan';
import { FederationService } from './federation/federation-service';
import { answering, close, listen, urlOf } from './http/server';
import { LambdaService } from './lambda/lambda-service';
import { OidcService } from './oidc/oidc-service';
import type { Organisation } from './organisation/organisation';
import { sampleOrganisation } from './organisation/sample-organisation';
import { PortalService } from './portal/portal-service';
import type { RequestRecord } from './record/request-record';
import { RequestTreatment } from './request-treatment';
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

    readonly faults: FaultPlan;
    /** Each request of an emulated service with the host that was asked, those that no operation knows included. */
    readonly record: RequestRecord;
    /** Names of the emulated operations, as in the log and in fault requests. */
    readonly operationNames: readonly string[];
    /** Answers a request, whichever server it came to. */
    readonly answer = answering(exchange => this.treatment.treat(exchange));
    protected readonly treatment: RequestTreatment;
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
        const operations = services.flatMap(service => service.operations());
        this.operationNames = operations.map(({ name }) => name);
        this.treatment = new RequestTreatment(state, operations, [
            ...this.approvals.operations(), ...this.startPage.operations(), ...this.consoleSignIn.pages(), ...controlOperations(this)
        ]);
        this.faults = this.treatment.faults;
        this.record = this.treatment.record;
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
        return this.treatment.log;
    }

    /** Number of requests for an operation. */
    count(operation: string): number {
        return this.treatment.log.filter(request => request.operation === operation).length;
    }

    /** Calls of CodeWhisperer as clients sent them, oldest first. */
    get codeWhispererCalls(): readonly ReceivedCall[] {
        return this.codeWhisperer.received.all;
    }

    forgetRequests(): void {
        this.treatment.log.length = 0;
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
}
