/** Whether `host` (of a URL) can be nothing but the machine itself, so that plain HTTP to it stays on the machine (RFC 8252 section 8.3). */
export function isLoopbackHost(host: string): boolean {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
