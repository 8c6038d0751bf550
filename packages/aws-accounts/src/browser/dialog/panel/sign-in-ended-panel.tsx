import type { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { unknownKind } from '../../../common/state/unknown-kind';
import { SignInTarget } from '../../../common/sign-in/sign-in';
import { AwsAccountsCommands } from '../../commands/aws-accounts-commands';
import { failureText } from '../../wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import type { DialogStep } from '../controller/dialog-step';
import { Labels } from '../../wording/text/labels';

type Ended = Extract<DialogStep, { kind: 'signInEnded' }>;

interface SignInEndedPanelProps {
    readonly controller: ConnectionDialogController;
    readonly commands: CommandService;
    readonly step: Ended;
}

/** Says why there was no sign-in, and offers another try. */
export class SignInEndedPanel extends React.Component<SignInEndedPanelProps> {

    override render(): React.ReactNode {
        const { end, flow } = this.props.step;
        return <div className='theia-aws-panel' data-sign-in-end={typeof end === 'string' ? end : 'failed'}>
            <p role='alert'>{endText(end)}</p>
            <div className='theia-aws-buttons'>
                <button className='theia-button main' data-action='again' data-first-focus onClick={this.again}>
                    {end === 'timedOut' ? afterTimeOutLabel(flow) : Labels.tryAgain()}
                </button>
                {typeof end !== 'string' && <button
                    className='theia-button secondary' data-action='copy-diagnosis' onClick={this.copyDiagnosis}
                >
                    {AwsAccountsCommands.COPY_DIAGNOSIS.label}
                </button>}
                <button className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                    {nls.localizeByDefault('Cancel')}
                </button>
            </div>
        </div>;
    }

    /** Input that was wrong has to be typed again. */
    protected readonly again = (): void => {
        const { controller, step } = this.props;
        const mistyped = typeof step.end !== 'string' && step.end.reason === 'invalidRequest' && step.target.kind === 'identityCenter';
        if (mistyped) {
            controller.enterIdentityCenter();
        } else {
            controller.signIn(step.target, { flow: step.flow });
        }
    };

    /** The connection need not know of a sign-in that failed. */
    protected readonly copyDiagnosis = (): void => {
        const { commands, step: { end, target } } = this.props;
        void commands.executeCommand(
            AwsAccountsCommands.COPY_DIAGNOSIS.id, SignInTarget.connectionIdOf(target), typeof end === 'string' ? undefined : end
        );
    };

    protected readonly cancel = (): void => this.props.controller.back();
}

/** @param flow absent: the sign-in ended before it had shown anything */
function afterTimeOutLabel(flow: Ended['flow']): string {
    switch (flow) {
        case 'deviceCode':
            return nls.localize('theia/aws-accounts/code/newCode', 'Get a New Code');
        case 'authorizationCode':
        case undefined:
            return Labels.tryAgain();
        default:
            return unknownKind(flow, 'flow');
    }
}

function endText(end: Ended['end']): string {
    switch (end) {
        case 'denied':
            return nls.localize('theia/aws-accounts/code/denied', 'Access was denied on the AWS page. Nothing has changed.');
        case 'timedOut':
            return nls.localize('theia/aws-accounts/code/timedOut', 'The sign-in was not approved in time. Nothing has changed.');
        default:
            return failureText(end).message;
    }
}
