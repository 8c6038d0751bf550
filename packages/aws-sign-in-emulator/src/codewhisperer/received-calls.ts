import { Exchange } from '../http/exchange';

/** A call of CodeWhisperer as a client sent it, without what authorizes it. */
export interface ReceivedCall {
    readonly operation: string;
    readonly path: string;
    readonly host: string;
    readonly userAgent: string;
    /** True when the client asked that nothing of the person's code be kept. */
    readonly optOut: boolean;
    /** Kind of the header `authorization`: its first word. */
    readonly authorization: string;
    /** The last six characters of the token, enough to tell two tokens apart. */
    readonly tokenEnd?: string;
    readonly body: Record<string, unknown>;
}

/** Calls that clients of CodeWhisperer sent, oldest first. */
export class ReceivedCalls {

    readonly all: ReceivedCall[] = [];

    note(operation: string, exchange: Exchange): void {
        const authorization = Exchange.header(exchange, 'authorization') ?? '';
        this.all.push({
            operation, path: exchange.url.pathname, host: exchange.url.host,
            userAgent: Exchange.header(exchange, 'user-agent') ?? '',
            optOut: Exchange.header(exchange, 'x-amzn-codewhisperer-optout') === 'true',
            authorization: authorization.split(' ')[0],
            ...authorization.startsWith('Bearer ') && { tokenEnd: authorization.slice(-6) },
            body: Exchange.json(exchange)
        });
    }
}
