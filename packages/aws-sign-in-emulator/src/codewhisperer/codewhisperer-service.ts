import { randomUUID } from 'node:crypto';
import { Exchange, Reply } from '../http/exchange';
import { Operation } from '../http/operation';
import { signedCaller } from '../signature/signed-caller';
import type { EmulatorState } from '../state/emulator-state';
import type { ServerSession } from '../state/sign-in-records';
import { DeveloperProfiles } from './developer-profiles';
import { EventStream } from './event-stream';
import { Generation } from './generation';
import { ReceivedCalls } from './received-calls';
import { tokenCaller } from './token-caller';

const SUGGESTION = { content: 'return items.filter(item => item.done).map(item => item.title);' };
const FOR_TOKENS = 'AmazonCodeWhispererService';
const FOR_IAM = 'AWSCodeWhispererService';
const FOR_CHAT = 'AmazonCodeWhispererStreamingService';
/** The service's host in us-east-1, and Amazon Q's in every region. */
const HOSTS = /^(codewhisperer|q)\.[a-z0-9-]+\./;

/**
 * CodeWhisperer as its clients know it, in both generations of its protocol. Every operation takes a bearer token with
 * `codewhisperer:completions` alone, except `GenerateRecommendations`, which takes IAM credentials alone.
 */
export class CodeWhispererService {

    readonly received = new ReceivedCalls();
    protected readonly profiles: DeveloperProfiles;

    constructor(protected readonly state: EmulatorState) {
        this.profiles = new DeveloperProfiles(state);
    }

    operations(): Operation[] {
        return Operation.at(HOSTS, [
            this.withToken('GenerateCompletions', FOR_TOKENS, '/generatecompletions', (exchange, session) =>
                this.complete(exchange, session)),
            this.withToken('ListAvailableProfiles', FOR_TOKENS, '/ListAvailableProfiles', (exchange, session) =>
                Generation.answer(exchange, { profiles: this.profiles.list(exchange, session) })),
            this.withToken('SendTelemetryEvent', FOR_TOKENS, '/SendTelemetryEvent', exchange => Generation.answer(exchange, {})),
            this.withToken('SendMessageStreaming', FOR_CHAT, '/SendMessageStreaming', (exchange, session) =>
                this.chat(exchange, session)),
            this.operation('GenerateRecommendations', FOR_IAM, '/GenerateRecommendations', exchange => this.recommend(exchange))
        ]);
    }

    protected withToken(
        name: string, service: string, path: string, handle: (exchange: Exchange, session: ServerSession) => Reply
    ): Operation {
        return this.operation(name, service, path, exchange => handle(exchange, tokenCaller(exchange, this.state)));
    }

    protected operation(name: string, service: string, path: string, handle: (exchange: Exchange) => Reply): Operation {
        return {
            name,
            matches: exchange => Generation.asks(exchange, `${service}.${name}`, path),
            handle: exchange => {
                this.received.note(name, exchange);
                return handle(exchange);
            }
        };
    }

    protected recommend(exchange: Exchange): Reply {
        signedCaller(exchange, this.state, 'codewhisperer', (_code, message) =>
            Generation.refusal(exchange, { name: 'AccessDeniedException', message, status: 403 }));
        return Generation.answer(exchange, { recommendations: [SUGGESTION] });
    }

    protected complete(exchange: Exchange, session: ServerSession): Reply {
        this.profiles.check(exchange, session);
        const answer = Generation.answer(exchange, { completions: [SUGGESTION] });
        return { ...answer, headers: { ...answer.headers, 'x-amzn-sessionid': randomUUID(), 'x-amzn-requestid': randomUUID() } };
    }

    protected chat(exchange: Exchange, session: ServerSession): Reply {
        this.profiles.check(exchange, session);
        return {
            status: 200,
            headers: { 'content-type': EventStream.CONTENT_TYPE },
            bytes: EventStream.of([
                ['messageMetadataEvent', { conversationId: randomUUID(), utteranceId: randomUUID() }],
                ['assistantResponseEvent', { content: 'Filter the items that are done, ' }],
                ['assistantResponseEvent', { content: 'then take their titles.' }]
            ])
        };
    }
}
