import { Exchange, Refusal } from '../http/exchange';
import type { EmulatorState } from '../state/emulator-state';
import type { ServerSession } from '../state/sign-in-records';
import { Generation, ServiceError } from './generation';
import { IDENTITY_REFUSALS, ServiceRefusals } from './service-refusals';

/** The session that a bearer token belongs to, or the refusal that the service would send. */
export function tokenCaller(exchange: Exchange, state: EmulatorState): ServerSession {
    const [, bearer] = /^Bearer (.+)$/.exec(Exchange.header(exchange, 'authorization') ?? '') ?? [];
    const token = state.accessTokens.get(bearer ?? '');
    if (token === undefined || token.session.ended || token.expiresAt <= state.now()) {
        throw refusal(exchange, ServiceRefusals.bearer);
    }
    if (!token.session.scopes.includes('codewhisperer:completions')) {
        throw refusal(exchange, ServiceRefusals.scope);
    }
    const { codeWhispererRefusal } = state.settings;
    if (codeWhispererRefusal !== '') {
        throw refusal(exchange, IDENTITY_REFUSALS[codeWhispererRefusal] ?? ServiceRefusals.unknown(codeWhispererRefusal));
    }
    return token.session;
}

export function refusal(exchange: Exchange, error: ServiceError): Refusal {
    return new Refusal(Generation.refusal(exchange, error));
}
