import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { countdownText } from '../../wording';

interface TimeLeftProps {
    /** ISO instant. */
    readonly until: string;
    /** Epoch milliseconds. */
    now(): number;
}

/** Says how long a sign-in is waited for. Only the seconds on the screen depend on it; its end is the backend's to tell. */
export class TimeLeft extends React.Component<TimeLeftProps> {

    protected ticking: ReturnType<typeof setInterval> | undefined;

    override componentDidMount(): void {
        this.ticking = setInterval(() => this.forceUpdate(), 1000);
    }

    override componentWillUnmount(): void {
        clearInterval(this.ticking);
    }

    override render(): React.ReactNode {
        const { until, now } = this.props;
        return <p className='theia-aws-note'>
            <span role='timer'>
                {nls.localize('theia/aws-accounts/browser/left', 'Time left: {0}', countdownText(Date.parse(until) - now()))}
            </span>
        </p>;
    }
}
