import type { Exchange, Reply } from './exchange';

/** One operation of an emulated service, or a page. */
export interface Operation {
    /** Name in the request log and in fault requests, for example `CreateToken`. */
    readonly name: string;
    matches(exchange: Exchange): boolean;
    handle(exchange: Exchange): Reply;
    /** What the service answers with `status` when it is in trouble; `undefined`: a status that it never gives itself. */
    trouble?(status: number): Reply | undefined;
}

/** An operation told apart by method and path. */
export function route(name: string, method: string, path: string, handle: (exchange: Exchange) => Reply): Operation {
    return { name, matches: exchange => exchange.method === method && exchange.url.pathname === path, handle };
}
