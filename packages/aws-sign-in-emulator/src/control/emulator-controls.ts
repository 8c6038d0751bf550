import type { Decided, Decision } from '../approval/decision';
import type { FaultPlan } from '../faults/fault-plan';
import type { EmulatorSettings } from '../state/emulator-settings';

/** One answered (or deliberately unanswered) request of an emulated operation. */
export interface LoggedRequest {
    readonly operation: string;
    readonly at: string;
    /** HTTP status, or what happened instead. */
    readonly outcome: number | 'drop' | 'hang' | 'stall';
}

/** The parts of a running emulator that requests below `/emulator/` reach. */
export interface EmulatorControls {
    readonly settings: EmulatorSettings;
    readonly faults: FaultPlan;
    /** Names of the emulated operations, as in the log and in fault requests. */
    readonly operationNames: readonly string[];
    readonly requests: readonly LoggedRequest[];
    /** Decides as a person would, and tells where the browser goes next. `undefined`: no such sign-in waits. */
    decide(decision: Decision, userCode?: string): Decided | undefined;
    advance(ms: number): void;
    endSessions(): void;
    forgetRequests(): void;
    issuedSecrets(): string[];
    pendingUserCodes(): string[];
}
