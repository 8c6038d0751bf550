import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, preDestroy } from '@theia/core/shared/inversify';
import type { AwsAccountsClient } from '../../common/protocol/aws-accounts-protocol';
import { withKnownErrors } from './known-errors';

/** The calls of one window, whichever of its servers they go to. They end with the window. */
@injectable()
export class WindowCalls implements Disposable {

    @inject(ILogger) @named('aws-accounts:Server') protected readonly logger: ILogger;

    protected readonly called = new Emitter<void>();
    protected readonly windowClosed = new AbortController();

    /** Receives what the backend tells the window; `undefined` before the window has attached and after it has closed. */
    client: AwsAccountsClient | undefined;

    /** Fires at the begin of each call that a person makes. */
    readonly onDidCall: Event<void> = this.called.event;

    /** Aborts when the window closes. */
    get closed(): AbortSignal {
        return this.windowClosed.signal;
    }

    /** Runs a call that a person makes. @throws AwsAccountsError and nothing else */
    run<T>(act: () => Promise<T>): Promise<T> {
        this.called.fire();
        return this.answer(act);
    }

    /** Runs a call that the window makes by itself. @throws AwsAccountsError and nothing else */
    answer<T>(act: () => Promise<T>): Promise<T> {
        return withKnownErrors(this.logger, act);
    }

    /** Runs a call that `cancellation`, or the end of the window, aborts. @throws AwsAccountsError and nothing else */
    runWithSignal<T>(cancellation: CancellationToken | undefined, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
        return this.run(() => withCallSignal(cancellation, this.closed, act));
    }

    @preDestroy()
    dispose(): void {
        this.client = undefined;
        this.windowClosed.abort();
        this.called.dispose();
    }
}

/** Acts with a signal that is aborted by the RPC's cancellation or by the window's end, whichever comes first. */
async function withCallSignal<T>(
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
