import type { Exchange } from '../http/exchange';

/** The credential scope of a signature: the region and the service that it counts for. */
export interface SigningScope {
    readonly region: string;
    readonly service: string;
}

/** One request as it arrived, whatever became of it. */
export interface RecordedRequest {
    /** Name of the operation, or method and path of a request that none knows. */
    readonly operation: string;
    /** Header `Host` as it came. */
    readonly host: string;
    /** Server name of the TLS handshake; absent without TLS. */
    readonly sni?: string;
    readonly signing?: SigningScope;
    /** Port of the client on this machine. */
    readonly clientPort?: number;
    /** Epoch milliseconds. */
    readonly at: number;
}

/** Writes down each request of an emulated service. */
export class RequestRecord {

    protected readonly all: RecordedRequest[] = [];

    get requests(): readonly RecordedRequest[] {
        return this.all;
    }

    note(operation: string | undefined, { method, url, headers, connection }: Exchange): void {
        this.all.push({
            operation: operation ?? `${method} ${url.pathname}`,
            host: headers.host ?? '',
            sni: connection?.sni,
            signing: scopeOf(headers.authorization),
            clientPort: connection?.clientPort,
            at: Date.now()
        });
    }

    forget(): void {
        this.all.length = 0;
    }
}

/** Source: "Signature Version 4 signing", IAM User Guide: `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
function scopeOf(authorization: string | undefined): SigningScope | undefined {
    const [, region, service] = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(authorization ?? '') ?? [];
    return region === undefined || service === undefined ? undefined : { region, service };
}
