import type { QuickPickItem } from '@theia/core/lib/browser/quick-input/quick-input-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { SignInTarget } from '../../common/sign-in/sign-in';
import type { TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import {
    connectionDetail, connectionKindText, connectionName, consoleText, platformText, problemText, servicesText, stateText
} from '../wording';
import { Clock } from '../time/clock';
import { LiteralQuickInput } from '../literal/literal-quick-input';

interface SignInItem extends QuickPickItem {
    readonly target: SignInTarget | 'identityCenter' | 'console';
}

/** Lists the ways to sign in, each with a line on the people it is for. Pure. */
function signInItems(snapshot: AwsAccountsSnapshot | undefined, now: number, services: TokenServices): SignInItem[] {
    const entries = snapshot?.connections ?? [];
    return [
        builderIdItem(entries.find(({ connection }) => connection.id === AwsConnection.BUILDER_ID), now, services),
        ...entries.flatMap(entry => sessionItem(entry, now)),
        {
            label: connectionKindText('identityCenter'),
            detail: nls.localize(
                'theia/aws-accounts/signIn/forIdentityCenter',
                'For members of an organization: {0}, and the AWS accounts assigned to you.',
                servicesText(services, 'identityCenter')
            ),
            target: 'identityCenter'
        },
        consoleItem()
    ];
}

function builderIdItem(entry: ConnectionEntry | undefined, now: number, services: TokenServices): SignInItem {
    return {
        label: connectionKindText('builderId'),
        description: entry && stateText(entry.state, now),
        detail: nls.localize(
            'theia/aws-accounts/signIn/forBuilderId',
            'For individuals: {0} with just an email address. No AWS account is needed.',
            servicesText(services, 'builderId')
        ),
        target: { kind: 'builderId' }
    };
}

/** The way of a session that is known already; none for other connections. */
function sessionItem(entry: ConnectionEntry, now: number): SignInItem[] {
    const { connection, state } = entry;
    return connection.kind !== 'identityCenter' ? [] : [{
        label: connectionName(connection),
        description: stateText(state, now),
        detail: connection.problem
            ? problemText(connection.problem)
            : nls.localize('theia/aws-accounts/signIn/forSession', 'IAM Identity Center: {0}', connectionDetail(entry)),
        target: { kind: 'connection', connectionId: connection.id }
    }];
}

/** The way of everybody with an AWS account: `aws login` without the AWS CLI. */
function consoleItem(): SignInItem {
    return {
        label: consoleText(),
        detail: nls.localize(
            'theia/aws-accounts/signIn/forConsole',
            'For people who sign in to the console: AWS services, for up to 12 hours.'
        ),
        target: 'console'
    };
}

@injectable()
export class SignInPicker {

    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(Clock) protected readonly clock: Clock;

    /** @returns `undefined` when the person cancels */
    async pick(): Promise<SignInItem['target'] | undefined> {
        const { services } = this.model;
        const onPlatform = services.find(({ host }) => host !== undefined);
        const picked = await this.quickInput.pick(signInItems(this.model.snapshot, this.clock.now(), services), {
            title: nls.localize('theia/aws-accounts/signIn/title', 'Sign in to AWS'),
            placeHolder: onPlatform?.host
                ? platformText(onPlatform.host, onPlatform.label)
                : nls.localize('theia/aws-accounts/signIn/placeholder', 'How do you want to sign in?')
        });
        return picked?.target;
    }
}
