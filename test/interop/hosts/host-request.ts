/** One call that a client program is asked for; programs get a list of them as JSON. */
export interface HostRequest {
    readonly service: 'sts' | 'lambda' | 'oidc' | 'portal';
    readonly region: string;
    /** A profile with keys (`sts`, `lambda`) or with a role of IAM Identity Center (`portal`); absent for `oidc`. */
    readonly profile?: string;
}

/** Reads the list, makes each call in turn, and prints those that were refused: none, when all is well. */
export async function makeCalls(call: (request: HostRequest) => Promise<unknown>): Promise<void> {
    const requests = JSON.parse(process.argv[2]) as HostRequest[];
    for (const request of requests) {
        await call(request).catch((error: Error) => process.stdout.write(`${JSON.stringify(request)}: ${error.name} ${error.message}\n`));
    }
}
