import type { EmulatorState } from '../state/emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import type { Operation } from '../http/operation';
import { signedCaller } from '../signature/signed-caller';

const FOR_TOKENS = 'AmazonCodeWhispererService.GenerateCompletions';
const FOR_IAM = 'AWSCodeWhispererService.GenerateRecommendations';
const SUGGESTION = { content: 'return items.filter(item => item.done).map(item => item.title);' };

/**
 * A sample service with two operations. `GenerateCompletions` takes a bearer token with `codewhisperer:completions` alone;
 * `GenerateRecommendations`, for hosts such as Lambda and Cloud9, takes IAM credentials alone.
 */
export class CodeWhispererService {

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return [{
            name: 'GenerateCompletions',
            matches: exchange => exchange.method === 'POST' && Exchange.header(exchange, 'x-amz-target') === FOR_TOKENS,
            handle: exchange => this.complete(exchange)
        }, {
            name: 'GenerateRecommendations',
            matches: exchange => exchange.method === 'POST' && Exchange.header(exchange, 'x-amz-target') === FOR_IAM,
            handle: exchange => this.recommend(exchange)
        }];
    }

    protected recommend(exchange: Exchange): Reply {
        signedCaller(exchange, this.state, (_code, message) => this.refuse(message).reply);
        return Reply.json({ recommendations: [SUGGESTION] });
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
        return Reply.json({ completions: [SUGGESTION] });
    }

    protected refuse(message: string): Refusal {
        return new Refusal(Reply.json({ __type: 'AccessDeniedException', message }, 400, { 'x-amzn-errortype': 'AccessDeniedException' }));
    }
}
