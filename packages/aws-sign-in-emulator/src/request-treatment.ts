import { setTimeout as delay } from 'node:timers/promises';
import type { LoggedRequest } from './control/emulator-controls';
import { effectOf, FaultPlan } from './faults/fault-plan';
import { oidcReply } from './oidc/oidc-error';
import { RequestRecord } from './record/request-record';
import type { EmulatorState } from './state/emulator-state';
import { Exchange, Refusal, Reply } from './http/exchange';
import { Operation } from './http/operation';
import type { Treatment } from './http/server';

/** Finds the operation or page that a request is for, and answers for it. Faults hit operations alone. */
export class RequestTreatment {

    readonly faults = new FaultPlan();
    /** Each request of an emulated service with the host that was asked, those that no operation knows included. */
    readonly record = new RequestRecord();
    /** Requests of the emulated AWS operations, oldest first. */
    readonly log: LoggedRequest[] = [];

    constructor(
        protected readonly state: EmulatorState,
        protected readonly operations: readonly Operation[],
        protected readonly pages: readonly Operation[]
    ) { }

    async treat(exchange: Exchange): Promise<Treatment> {
        const operation = this.operations.find(candidate => Operation.answers(candidate, exchange));
        if (operation) {
            this.record.note(operation.name, exchange);
            const treatment = await this.treatOperation(operation, exchange);
            const outcome = typeof treatment === 'string' ? treatment : treatment.status;
            this.log.push({ operation: operation.name, at: new Date(this.state.now()).toISOString(), outcome });
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
            oidcError: (error, description, status) => oidcReply(this.state.settings.errorTypeHeader, error, description, status),
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
