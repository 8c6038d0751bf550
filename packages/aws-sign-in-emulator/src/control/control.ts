import type { AwsSignInEmulator } from '../aws-sign-in-emulator';
import type { Fault } from '../fault-plan';
import { Exchange, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import type { EmulatorSettings } from '../settings';

/** `/emulator/...`: plays the person, moves the clock, asks for faults and tells what happened. For tests; documented in the README. */
export function controlOperations(emulator: AwsSignInEmulator): Operation[] {
    const post = (path: string, act: (request: Record<string, unknown>) => unknown): Operation =>
        route(`control:${path}`, 'POST', `/emulator/${path}`, exchange => Reply.json(act(Exchange.json(exchange)) ?? {}));
    const get = (path: string, tell: () => unknown): Operation => route(`control:${path}`, 'GET', `/emulator/${path}`, () => Reply.json(tell()));
    return [
        post('approve', ({ userCode }) => ({ done: emulator.approve(optionalText(userCode)) })),
        post('deny', ({ userCode }) => ({ done: emulator.deny(optionalText(userCode)) })),
        post('advance', ({ seconds }) => emulator.advance(Number(seconds) * 1000)),
        post('end-sessions', () => emulator.endSessions()),
        post('settings', settings => Object.assign(emulator.settings, settings as Partial<EmulatorSettings>)),
        post('faults', fault => emulator.faults.add(fault as unknown as Fault)),
        post('clear-faults', ({ operation }) => emulator.faults.clear(optionalText(operation))),
        post('forget-requests', () => emulator.forgetRequests()),
        get('requests', () => emulator.requests),
        get('secrets', () => emulator.issuedSecrets()),
        get('pending', () => emulator.pendingUserCodes())
    ];
}

function optionalText(value: unknown): string | undefined {
    return typeof value === 'string' ? value : undefined;
}
