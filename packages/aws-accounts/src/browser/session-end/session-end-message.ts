import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { connectionInText, failureText } from '../wording';
import { Labels } from '../wording/text/labels';

/** The message about an ended sign-in, with the one action that helps. */
interface SessionEndMessage {
    readonly text: string;
    readonly action: string;
    readonly command: string;
    readonly args: readonly unknown[];
}

/** @param signIn id of the token connection that the connection depends on, itself included */
export function sessionEndMessage(
    { kind }: SessionEndNotice,
    { connection, state }: ConnectionEntry,
    signIn: string | undefined
): SessionEndMessage {
    const name = connectionInText(connection);
    const text = kind === 'ended'
        ? nls.localize('theia/aws-accounts/notice/ended', 'The sign-in of {0} has ended.', name)
        : nls.localize('theia/aws-accounts/notice/endsSoon', 'The sign-in of {0} ends in a few minutes.', name);
    const failure = 'failure' in state ? state.failure : undefined;
    const login = failure?.reason === 'awsLoginRequired' ? failureText(failure, connection).action : undefined;
    return { text, ...login === undefined ? actionFor(signIn) : { action: login.label, command: login.command, args: login.args } };
}

function actionFor(signIn: string | undefined): Omit<SessionEndMessage, 'text'> {
    return signIn === undefined
        ? { action: Labels.useAnotherProfile(), command: AwsAccountsCommands.USE_PROFILE.id, args: [] }
        : {
            action: nls.localize('theia/aws-accounts/notice/signIn', 'Sign In Again'),
            command: AwsAccountsCommands.SIGN_IN.id,
            args: [signIn]
        };
}
