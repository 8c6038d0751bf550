/**
 * Takes over into the store what the files say now. A call that changes a file waits for it, so that the next call, of the same window or
 * another one, finds what was changed, and every window has been told.
 */
export const FilesRefresh = Symbol('FilesRefresh');
export interface FilesRefresh {
    /** Resolves when the store has what the files said at the time of the call. */
    refresh(): Promise<void>;
}

/** Resolves to the outcome of a call that changes a file once the store has what the file says. */
export async function refreshedAfter<T>(files: FilesRefresh, changing: Promise<T>): Promise<T> {
    const outcome = await changing;
    await files.refresh();
    return outcome;
}
