// For an Electron that is older than the one Theia asks for (42). All of this is there in that one: it belongs to the test and to no product.
(scope => {
    if (!scope.URL.canParse) {
        scope.URL.canParse = (url, base) => {
            try {
                return new scope.URL(url, base) !== undefined;
            } catch {
                return false;
            }
        };
    }
    if (!Array.prototype.toSorted) {
        Object.defineProperty(Array.prototype, 'toSorted', { configurable: true, writable: true, value(compare) { return [...this].sort(compare); } });
    }
    if (!scope.AbortSignal.any) {
        scope.AbortSignal.any = signals => {
            const all = new scope.AbortController();
            for (const signal of signals) {
                if (signal.aborted) {
                    all.abort(signal.reason);
                }
                signal.addEventListener('abort', () => all.abort(signal.reason), { once: true });
            }
            return all.signal;
        };
    }
    if (!scope.File && scope.Blob) {
        scope.File = class File extends scope.Blob {
            constructor(parts, name, options) {
                super(parts, options);
                this.name = name;
            }
        };
    }
    if (typeof process !== 'undefined' && /^18\./.test(process.versions?.node ?? '')) {
        // Node.js 18 takes the first page of a file of the kernel for all of it.
        const { readFile } = require('node:fs');
        const files = require('node:fs/promises');
        const read = files.readFile;
        files.readFile = (path, ...rest) => String(path).startsWith('/proc/')
            ? new Promise((resolve, reject) => readFile(path, ...rest, (error, text) => error ? reject(error) : resolve(text)))
            : read(path, ...rest);
    }
})(globalThis);
