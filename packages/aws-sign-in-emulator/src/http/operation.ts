import { Exchange, Reply } from './exchange';

/** One operation of an emulated service, or a page. */
export interface Operation {
    /** Name in the request log and in fault requests, for example `CreateToken`. */
    readonly name: string;
    matches(exchange: Exchange): boolean;
    /** The hosts of AWS that answer it; absent: any. The emulator's own address answers everything. */
    readonly hosts?: RegExp;
    handle(exchange: Exchange): Reply;
    /** The service's own answer with `status` when it is in trouble; `undefined`: it never answers with that status. */
    trouble?(status: number): Reply | undefined;
}

export namespace Operation {

    /** The same operations, answered at these hosts of AWS only. */
    export function at(hosts: RegExp, operations: readonly Operation[]): Operation[] {
        return operations.map(operation => ({ ...operation, hosts }));
    }

    export function answers(operation: Operation, exchange: Exchange): boolean {
        const host = Exchange.awsHost(exchange);
        return operation.matches(exchange) && (host === undefined || operation.hosts === undefined || operation.hosts.test(host));
    }
}

/** An operation told apart by method and path. */
export function route(name: string, method: string, path: string, handle: (exchange: Exchange) => Reply): Operation {
    return { name, matches: exchange => exchange.method === method && exchange.url.pathname === path, handle };
}
