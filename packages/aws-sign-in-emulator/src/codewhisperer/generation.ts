import { Exchange, Reply } from '../http/exchange';

/** The protocol of a client of CodeWhisperer: by a header at one path (up to 2025), or by a path for each operation. */
export type Generation = 'awsJson10' | 'restJson1';

/** An error as the service names and words it. */
export interface ServiceError {
    readonly name: string;
    readonly message: string;
    /** Status in restJson1; AWS JSON 1.0 answers every error of the caller with 400. */
    readonly status: number;
    /** Member `reason` of the error shape. */
    readonly reason?: string;
}

const CONTENT_TYPES: { readonly [generation in Generation]: string } = {
    awsJson10: 'application/x-amz-json-1.0', restJson1: 'application/json'
};

export namespace Generation {

    export function of(exchange: Exchange): Generation {
        return Exchange.header(exchange, 'x-amz-target') === undefined ? 'restJson1' : 'awsJson10';
    }

    /** Tells whether `exchange` asks for this operation, in either generation. */
    export function asks(exchange: Exchange, target: string, path: string): boolean {
        const wanted = Exchange.header(exchange, 'x-amz-target');
        return exchange.method === 'POST' && (wanted === undefined ? exchange.url.pathname === path : wanted === target);
    }

    export function answer(exchange: Exchange, value: unknown): Reply {
        return Reply.json(value, 200, { 'content-type': CONTENT_TYPES[of(exchange)] });
    }

    export function refusal(exchange: Exchange, { name, message, status, reason }: ServiceError): Reply {
        const members = { message, ...reason !== undefined && { reason } };
        switch (of(exchange)) {
            case 'awsJson10':
                return error({ __type: name, ...members }, status < 500 ? 400 : status, name);
            case 'restJson1':
                return error(members, status, name);
        }
    }
}

function error(body: unknown, status: number, name: string): Reply {
    return Reply.json(body, status, { 'x-amzn-errortype': name });
}
