import { ConnectionState } from '../../../common/state/connection-state';

/** Icon (a codicon, with what it does after a `~`) and tone of a state. `icon` is absent for a state of rest. */
interface StateIcon {
    readonly icon?: string;
    readonly tone: RowTone;
}

/** The icon of a state at `now` (epoch ms), the same in view and status bar. */
export function stateIcon(state: ConnectionState, now: number): StateIcon {
    switch (ConnectionState.at(state, now).kind) {
        case 'signedOut':
        case 'notConnected':
            return { tone: 'plain' };
        case 'signingIn':
        case 'connecting':
            return { icon: 'sync~spin', tone: 'busy' };
        case 'signedIn':
        case 'connected':
            return { icon: 'pass-filled', tone: 'good' };
        case 'expired':
            return { icon: 'history', tone: 'attention' };
        case 'unreachable':
            return { icon: 'debug-disconnect', tone: 'attention' };
        case 'failed':
            return { icon: 'error', tone: 'error' };
        case 'invalid':
            return { icon: 'warning', tone: 'attention' };
    }
}

/** The colour of a row; always told in words as well, never by colour alone. */
export type RowTone = 'plain' | 'good' | 'busy' | 'attention' | 'error';
