import type { Page } from '@playwright/test';

/** Records the text of the page's sockets from now on, in both directions. */
export function recordFrames(page: Page): string[] {
    const frames: string[] = [];
    const record = ({ payload }: { payload: string | Buffer }): void => {
        frames.push(typeof payload === 'string' ? payload : payload.toString('latin1'));
    };
    page.on('websocket', socket => {
        socket.on('framereceived', record);
        socket.on('framesent', record);
    });
    return frames;
}
