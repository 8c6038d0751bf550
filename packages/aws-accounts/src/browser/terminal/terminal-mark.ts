import { nls } from '@theia/core/lib/common/nls';
import type { TerminalRecord } from '../../common/aws-tools-protocol';
import type { AwsConnectionId } from '../../common/aws-connection';

/** What the tab of a terminal says besides its title. */
export interface TerminalMark {
    readonly kind: 'pinned' | 'stale';
    readonly text: string;
    readonly tooltip: string;
}

/**
 * The mark of a terminal; `undefined` when it has what a new one would get.
 *
 * @param active the profile that AWS services use now, `undefined` for none
 */
export function terminalMark({ environment, pinned }: TerminalRecord, active: AwsConnectionId | undefined): TerminalMark | undefined {
    const name = environment && nameOf(environment.connectionId);
    if (pinned && name !== undefined) {
        const tooltip = nls.localize('theia/aws-accounts/terminal/pinned', 'This terminal is for the AWS profile {0}, whatever the workspace uses.', name);
        return { kind: 'pinned', text: name, tooltip };
    }
    return environment?.connectionId === active ? undefined : { kind: 'stale', text: staleText(name), tooltip: staleTooltip(name, active && nameOf(active)) };
}

function staleText(name: string | undefined): string {
    return name === undefined
        ? nls.localize('theia/aws-accounts/terminal/staleNone', 'without AWS profile')
        : nls.localize('theia/aws-accounts/terminal/stale', '{0}: no longer in use', name);
}

function staleTooltip(name: string | undefined, active: string | undefined): string {
    const has = name === undefined
        ? nls.localize('theia/aws-accounts/terminal/hasNone', 'This terminal was opened without an AWS profile.')
        : nls.localize('theia/aws-accounts/terminal/has', 'This terminal was opened with the AWS profile {0} and keeps it.', name);
    const now = active === undefined
        ? nls.localize('theia/aws-accounts/terminal/nowNone', 'AWS services use none now.')
        : nls.localize('theia/aws-accounts/terminal/now', 'AWS services use {0} now; a new terminal gets that.', active);
    return `${has} ${now}`;
}

function nameOf(id: AwsConnectionId): string {
    return id.slice(id.indexOf(':') + 1);
}
