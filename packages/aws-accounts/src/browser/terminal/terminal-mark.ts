import { nls } from '@theia/core/lib/common/nls';
import { AwsConnection } from '../../common/connection/aws-connection';
import { TerminalRecord, ToolVariables, ToolIdentity } from '../../common/protocol/aws-tools-protocol';
import { connectionName, environmentInText, environmentName, productionText } from '../wording';

/** Mark on the tab of a terminal, besides its title. */
export interface TerminalMark {
    readonly kind: 'pinned' | 'stale' | 'changed' | 'unchecked' | 'production';
    readonly text: string;
    readonly tooltip: string;
}

/** As whom, and where, a terminal acts that is opened now. */
interface CurrentIdentities {
    /** That of a terminal that follows the workspace; `undefined` when AWS services use no profile. */
    readonly active: ToolIdentity | undefined;
    /** That of a terminal for the profile of the marked one; `undefined` when the profile is gone. */
    readonly own: ToolIdentity | undefined;
}

/** The mark of a terminal; `undefined` when it has what a new one would get. */
export function terminalMark(record: TerminalRecord, { active, own }: CurrentIdentities): TerminalMark | undefined {
    const { startedWith, pinned, startUp } = record;
    const has = startedWith && ToolVariables.identity(startedWith);
    if (has !== undefined && startUp?.kind === 'checked' && startUp.changed.length > 0) {
        return { kind: 'changed', text: changedText(has), tooltip: changedTooltip(has, startUp.changed) };
    }
    const isForOne = pinned && has !== undefined;
    const now = isForOne ? own ?? has : active;
    if (has?.connectionId !== now?.connectionId || has?.region !== now?.region) {
        return { kind: 'stale', text: staleText(has, now), tooltip: `${hasText(has)} ${isForOne ? '' : nowText(now)}`.trim() };
    }
    if (has !== undefined && startUp?.kind === 'unchecked') {
        return { kind: 'unchecked', text: uncheckedText(has), tooltip: uncheckedTooltip(has, startUp.shell) };
    }
    return isForOne ? { kind: 'pinned', text: nameOf(has), tooltip: pinnedTooltip(has) } : undefined;
}

/** The mark of a terminal whose profile is marked as production: what is typed there asks no question first. */
export function productionMark(connection: AwsConnection): TerminalMark | undefined {
    const text = productionText(connection);
    return text === undefined ? undefined : {
        kind: 'production',
        text,
        tooltip: nls.localize(
            'theia/aws-accounts/terminal/production',
            'You marked {0} as production. Commands that are typed here run without a question.',
            connectionName(connection)
        )
    };
}

function staleText(has: ToolIdentity | undefined, now: ToolIdentity | undefined): string {
    if (has === undefined) {
        return nls.localize('theia/aws-accounts/terminal/staleNone', 'without AWS profile');
    }
    const text = has.connectionId === now?.connectionId ? `${nameOf(has)} ${regionOf(has)}` : nameOf(has);
    return nls.localize('theia/aws-accounts/terminal/stale', '{0}: no longer in use', text);
}

function changedText(has: ToolIdentity): string {
    return nls.localize('theia/aws-accounts/terminal/changed', '{0}: changed by the shell', nameOf(has));
}

function changedTooltip(has: ToolIdentity, changed: readonly string[]): string {
    return nls.localize(
        'theia/aws-accounts/terminal/changedBy',
        'This terminal was opened with {0}, but start-up files of the shell changed {1}: commands act as somebody else.',
        inText(has),
        changed.join(', ')
    );
}

function uncheckedText(has: ToolIdentity): string {
    return nls.localize('theia/aws-accounts/terminal/unchecked', '{0}: shell not checked', nameOf(has));
}

function uncheckedTooltip(has: ToolIdentity, shell: string): string {
    return nls.localize(
        'theia/aws-accounts/terminal/uncheckedOf',
        'This terminal was opened with {0}. Whether start-up files of its shell ({1}) change that could not be checked: '
        + '"aws sts get-caller-identity" says as whom commands act.',
        inText(has),
        shell
    );
}

function pinnedTooltip(identity: ToolIdentity): string {
    return nls.localize('theia/aws-accounts/terminal/pinnedTo', 'This terminal is for {0}, whatever the workspace uses.', inText(identity));
}

function hasText(has: ToolIdentity | undefined): string {
    return has === undefined
        ? nls.localize('theia/aws-accounts/terminal/hasNone', 'This terminal was opened without an AWS profile.')
        : nls.localize(
              'theia/aws-accounts/terminal/openedWith',
              'This terminal was opened with {0} ({1}) and keeps it.',
              inText(has),
              regionOf(has)
          );
}

function nowText(now: ToolIdentity | undefined): string {
    if (now === undefined) {
        return nls.localize('theia/aws-accounts/terminal/nowNone', 'AWS services use none now.');
    }
    const name = isEnvironment(now) ? environmentInText() : nameOf(now);
    return nls.localize(
        'theia/aws-accounts/terminal/now',
        'AWS services use {0} ({1}) now; a new terminal gets that.',
        name,
        regionOf(now)
    );
}

function regionOf({ region }: ToolIdentity): string {
    return region ?? nls.localize('theia/aws-accounts/terminal/noRegion', 'no region');
}

function isEnvironment({ connectionId }: ToolIdentity): boolean {
    return connectionId === AwsConnection.ENVIRONMENT;
}

function inText(identity: ToolIdentity): string {
    return isEnvironment(identity)
        ? environmentInText()
        : nls.localize('theia/aws-accounts/terminal/theProfile', 'the AWS profile {0}', nameOf(identity));
}

function nameOf(identity: ToolIdentity): string {
    const { connectionId } = identity;
    return isEnvironment(identity) ? environmentName() : connectionId.slice(connectionId.indexOf(':') + 1);
}
