import { createServer } from 'node:net';

/** Rejects with a sentence that helps when nobody can listen there. */
export function assertPortIsFree(port, hostname) {
    return new Promise((resolve, reject) => {
        const server = createServer();
        server.once('error', error => reject(new Error(error.code === 'EADDRINUSE'
            ? `Port ${port} is in use. Choose another one with --port, for example: npm start -- --port ${Number(port) + 1}`
            : `Cannot listen on ${hostname}:${port} (${error.code}).`)));
        server.listen(Number(port), hostname, () => server.close(() => resolve()));
    });
}
