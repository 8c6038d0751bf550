import { once } from 'node:events';
import { WebSocket } from 'ws';

interface Answer {
    readonly id?: number;
    readonly result?: unknown;
    readonly error?: { readonly message: string };
}

/** The debugging protocol of Chromium, spoken plainly: libraries that drive browsers do not see the windows of an old Electron. */
export class CdpSession {

    protected readonly open = new Map<number, (answer: Answer) => void>();
    protected lastId = 0;

    protected constructor(protected readonly socket: WebSocket) {
        socket.on('message', data => {
            const answer = JSON.parse(String(data)) as Answer;
            const resolve = answer.id === undefined ? undefined : this.open.get(answer.id);
            if (answer.id !== undefined && resolve) {
                this.open.delete(answer.id);
                resolve(answer);
            }
        });
        // Calls whose window has gone must not wait for ever.
        socket.on('close', () => this.open.forEach(resolve => resolve({ error: { message: 'The window was closed.' } })));
    }

    static async connect(url: string): Promise<CdpSession> {
        const socket = new WebSocket(url);
        await once(socket, 'open');
        return new CdpSession(socket);
    }

    /** @throws Error when the method is refused */
    async send<T>(method: string, params: object = {}): Promise<T> {
        const id = ++this.lastId;
        const answered = new Promise<Answer>(resolve => this.open.set(id, resolve));
        this.socket.send(JSON.stringify({ id, method, params }));
        const { result, error } = await answered;
        if (error) {
            throw new Error(`${method}: ${error.message}`);
        }
        return result as T;
    }

    close(): void {
        this.socket.close();
    }
}
