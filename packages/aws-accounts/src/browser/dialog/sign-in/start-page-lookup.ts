import { CancellationToken, CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { StartPage } from '../../../common/sign-in/start-page';
import { Timer } from '../../time/timer';

/** A half-typed address is none that should be called. */
const PAUSE_MS = 300;

/** The page to which the address in the field leads, as far as that is known. */
export type FoundStartPage = { readonly kind: 'looking' } | StartPage;

/** Looks up where a start URL leads once the person has stopped typing. An answer to an earlier question counts no more. */
export class StartPageLookup implements Disposable {

    protected readonly timer = new Timer();
    protected running = new CancellationTokenSource();

    constructor(
        protected readonly find: (startUrl: string, cancellation: CancellationToken) => Promise<StartPage>,
        protected readonly tell: (found: FoundStartPage | undefined) => void
    ) { }

    /** @param startUrl `undefined`: there is nothing to look up */
    look(startUrl: string | undefined): void {
        this.dispose();
        this.tell(startUrl === undefined ? undefined : { kind: 'looking' });
        if (startUrl !== undefined) {
            this.timer.set(PAUSE_MS, () => void this.run(startUrl));
        }
    }

    dispose(): void {
        this.timer.dispose();
        this.running.cancel();
    }

    protected async run(startUrl: string): Promise<void> {
        const running = this.running = new CancellationTokenSource();
        const found =
            await this.find(startUrl, running.token).catch((error): StartPage => ({ kind: 'failed', failure: AwsFailure.of(error) }));
        if (!running.token.isCancellationRequested) {
            this.tell(found);
        }
    }
}
