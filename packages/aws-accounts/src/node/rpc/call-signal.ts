import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Disposable } from '@theia/core/lib/common/disposable';

/** Acts with a signal that is aborted by the RPC's cancellation or by the window's end, whichever comes first. */
export async function withCallSignal<T>(
    cancellation: CancellationToken | undefined,
    windowClosed: AbortSignal,
    act: (signal: AbortSignal) => Promise<T>
): Promise<T> {
    const controller = new AbortController();
    const listener = cancellation?.onCancellationRequested(() => controller.abort()) ?? Disposable.NULL;
    if (cancellation?.isCancellationRequested) {
        controller.abort();
    }
    try {
        return await act(AbortSignal.any([controller.signal, windowClosed]));
    } finally {
        listener.dispose();
    }
}
