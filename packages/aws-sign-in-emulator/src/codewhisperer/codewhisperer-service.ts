import type { EmulatorState } from '../emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import type { Operation } from '../http/operation';

const TARGET = 'AmazonCodeWhispererService.GenerateCompletions';

/** A sample service that takes nothing but a bearer token with `codewhisperer:completions`. */
export class CodeWhispererService {

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return [{
            name: 'GenerateCompletions',
            matches: exchange => exchange.method === 'POST' && Exchange.header(exchange, 'x-amz-target') === TARGET,
            handle: exchange => this.complete(exchange)
        }];
    }

    protected complete(exchange: Exchange): Reply {
        const [, bearer] = /^Bearer (.+)$/.exec(Exchange.header(exchange, 'authorization') ?? '') ?? [];
        const token = this.state.accessTokens.get(bearer ?? '');
        if (token === undefined || token.session.ended || token.expiresAt <= this.state.now()) {
            throw this.refuse('The bearer token included in the request is invalid.');
        }
        if (!token.session.scopes.includes('codewhisperer:completions')) {
            throw this.refuse('The token lacks the scope codewhisperer:completions.');
        }
        return Reply.json({ completions: [{ content: 'return items.filter(item => item.done).map(item => item.title);' }] });
    }

    protected refuse(message: string): Refusal {
        return new Refusal(Reply.json({ __type: 'AccessDeniedException', message }, 400, { 'x-amzn-errortype': 'AccessDeniedException' }));
    }
}
