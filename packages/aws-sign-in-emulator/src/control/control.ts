import type { Decided, Decision } from '../approval/decision';
import { Exchange, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import { ControlRequest } from './control-request';
import type { EmulatorControls } from './emulator-controls';

const NOWHERE = /^(?!)/;

/** `/emulator/...`: plays the person, moves the clock, asks for faults and tells what happened. For tests; documented in the README. */
export function controlOperations(emulator: EmulatorControls): Operation[] {
    const post = (path: string, act: (request: ControlRequest) => unknown): Operation =>
        control(path, 'POST', exchange => Reply.json(act(ControlRequest.of(exchange)) ?? {}));
    const get = (path: string, tell: () => unknown): Operation => control(path, 'GET', () => Reply.json(tell()));
    const person = (decision: Decision) => (request: ControlRequest): Decided & { done: boolean } => {
        const decided = emulator.decide(decision, request.text('userCode'));
        return { done: decided !== undefined, ...decided };
    };
    return [
        post('approve', person('approved')),
        post('deny', person('denied')),
        post('advance', request => emulator.advance(request.number('seconds') * 1000)),
        post('end-sessions', () => emulator.endSessions()),
        post('settings', request => Object.assign(emulator.settings, request.settings(emulator.settings))),
        post('faults', request => emulator.faults.add(request.fault(emulator.operationNames))),
        post('clear-faults', request => emulator.faults.clear(request.text('operation'))),
        post('forget-requests', () => emulator.forgetRequests()),
        get('requests', () => emulator.requests),
        get('secrets', () => emulator.issuedSecrets()),
        get('pending', () => emulator.pendingUserCodes())
    ];
}

/** At the emulator's own address, and under no name of AWS. */
function control(path: string, method: string, handle: (exchange: Exchange) => Reply): Operation {
    return { ...route(`control:${path}`, method, `/emulator/${path}`, handle), hosts: NOWHERE };
}
