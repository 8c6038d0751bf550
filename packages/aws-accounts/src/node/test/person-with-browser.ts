/** The page at which a browser ended, and what it was shown there. */
export interface BrowserEnd {
    readonly address: string;
    readonly status: number;
    readonly text: string;
    readonly headers: Headers;
}

/** Opens a sign-in page of the emulator, decides, and follows where that leads. */
export async function decideInBrowser(authorizeUrl: string, decision: 'allow' | 'deny'): Promise<BrowserEnd> {
    const address = await redirectOf(authorizeUrl, decision);
    const response = await fetch(address);
    return { address, status: response.status, text: await response.text(), headers: response.headers };
}

/** As `decideInBrowser`, in a browser that cannot reach the backend's loopback: the address is all that there is. */
export async function redirectOf(authorizeUrl: string, decision: 'allow' | 'deny'): Promise<string> {
    const page = await (await fetch(authorizeUrl)).text();
    const [, code] = /name="code" value="([^"]+)"/.exec(page) ?? [];
    if (code === undefined) {
        throw new Error(`No sign-in page: ${page}`);
    }
    const decided = await fetch(new URL('/decision', authorizeUrl), {
        method: 'POST',
        body: new URLSearchParams({ code, decision }),
        redirect: 'manual'
    });
    return decided.headers.get('location') ?? '';
}
