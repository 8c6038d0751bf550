import { CancellationToken, CancellationTokenSource } from '@theia/core/lib/common/cancellation';

/** One run of a request. */
interface Run {
    readonly token: CancellationToken;
    /** Acts on an answer, unless the run was cancelled meanwhile. */
    ifLatest(act: () => void): void;
}

/** Lets one request run at a time: beginning the next one cancels the one before, and its late answer counts no more. */
export class LatestRun {

    protected source = new CancellationTokenSource();

    begin(): Run {
        this.cancel();
        const { source } = this;
        return {
            token: source.token,
            ifLatest: act => {
                if (this.source === source) {
                    act();
                }
            }
        };
    }

    cancel(): void {
        this.source.cancel();
        this.source = new CancellationTokenSource();
    }
}
