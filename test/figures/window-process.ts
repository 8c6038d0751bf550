import { once } from 'node:events';
import { connect } from 'node:net';
import type { Pin } from 'theia-aws-accounts/lib/common/connection/pin';
import type { Shown } from './shown';
import { SocketWindow } from './socket-window';

/** The most that one of the windows got, except the one that made the change. */
export interface Received {
    readonly bytes: number;
    readonly messages: number;
}

/** A change that the first window asks for. */
export type WindowCall =
    | { readonly kind: 'setPinned'; readonly pin: Pin; readonly isPinned: boolean }
    | { readonly kind: 'setUse'; readonly id: string };

/** A request to the process of the windows; each has one answer. */
export type WindowRequest =
    | { readonly kind: 'open'; readonly port: number; readonly count: number }
    /** Bytes and messages are counted from here on. */
    | { readonly kind: 'begin' }
    /** Answered when all windows show it. */
    | { readonly kind: 'until'; readonly shown: Shown; readonly call?: WindowCall };

export type WindowAnswer = Received & { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string };

const windows: SocketWindow[] = [];
let before: readonly Received[] = [];

const received = (): Received[] => windows.map(({ bytes, messages }) => ({ bytes, messages }));

async function open(port: number, count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
        const socket = connect(port, '127.0.0.1');
        await once(socket, 'connect');
        const window = new SocketWindow(socket);
        await window.attach();
        windows.push(window);
    }
}

function make(call: WindowCall): Promise<unknown> {
    const [{ remote }] = windows;
    switch (call.kind) {
        case 'setPinned':
            return remote.setPinned(call.pin, call.isPinned);
        case 'setUse':
            return remote.setUse('awsServices', call.id);
    }
}

async function answer(request: WindowRequest): Promise<Received> {
    switch (request.kind) {
        case 'open':
            await open(request.port, request.count);
            break;
        case 'begin':
            before = received();
            break;
        case 'until':
            await Promise.all([request.call && make(request.call), ...windows.map(window => window.until(request.shown))]);
    }
    const grown = received().slice(1).map(({ bytes, messages }, index) => (
        { bytes: bytes - (before[index + 1]?.bytes ?? 0), messages: messages - (before[index + 1]?.messages ?? 0) }
    ));
    return { bytes: Math.max(...grown.map(({ bytes }) => bytes)), messages: Math.max(...grown.map(({ messages }) => messages)) };
}

process.on('message', (request: WindowRequest) => {
    answer(request).then(
        (all): WindowAnswer => ({ kind: 'done', ...all }),
        (error: Error): WindowAnswer => ({ kind: 'failed', message: error.message })
    ).then(told => process.send?.(told), () => process.disconnect());
});
