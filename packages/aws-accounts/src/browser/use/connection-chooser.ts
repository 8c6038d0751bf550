import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences, WhenSwitchingMethod } from '../../common/aws-accounts-preferences';
import type { AwsConnectionId } from '../../common/aws-connection';
import { AwsRequirement } from '../../common/aws-requirement';
import type { AwsUse } from '../../common/connection-use';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
import { ConnectionAnswer, ConnectionQuestion } from '../dialog/choice/connection-question';
import { RecentProfiles } from './recent-profiles';
import { UseSwitch } from './use-switch';

/** Asks a person for a connection and carries out the answer: the one way in which a use changes hands. */
@injectable()
export class ConnectionChooser {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(RecentProfiles) protected readonly recents: RecentProfiles;
    @inject(ConnectionDialogFactory) protected readonly createDialog: ConnectionDialogFactory;
    @inject(UseSwitch) protected readonly uses: UseSwitch;

    /** Shows the dialog. `undefined`: the person decided against it, and nothing has changed. */
    async choose(question: ConnectionQuestion): Promise<ConnectionAnswer | undefined> {
        const whenSwitching = this.whenSwitching();
        const dialog = this.createDialog({ question, whenSwitching, recents: await this.recents.get() });
        return this.applyIfAny(question, await dialog.open());
    }

    /** For a person who picked a connection already: asks only what is still open, which mostly is nothing. */
    async use(question: ConnectionQuestion & { readonly picked: string }): Promise<boolean> {
        const { snapshot } = this.model;
        const whenSwitching = this.whenSwitching();
        if (snapshot === undefined || ConnectionQuestion.asksAboutCodeWhisperer(question, snapshot, whenSwitching)) {
            return await this.choose(question) !== undefined;
        }
        const codeWhisperer = ConnectionQuestion.settledFate(question, snapshot, whenSwitching);
        await this.applyIfAny(question, { connectionId: question.picked, codeWhisperer, remember: false });
        return true;
    }

    protected async applyIfAny(
        { requirement }: ConnectionQuestion,
        answer: ConnectionAnswer | undefined
    ): Promise<ConnectionAnswer | undefined> {
        if (answer) {
            await this.uses.apply(this.useOf(requirement, answer.connectionId), answer);
        }
        return answer;
    }

    /** Where several uses can serve the requirement, it is the one that takes what was chosen. */
    protected useOf(requirement: AwsRequirement, chosen: AwsConnectionId): AwsUse {
        if (requirement.kind !== 'either') {
            return AwsRequirement.use(requirement);
        }
        return this.model.find(chosen)?.connection.kind === 'iamProfile' ? 'awsServices' : 'codeWhisperer';
    }

    protected whenSwitching(): WhenSwitchingMethod {
        return AwsAccountsPreferences.trusted<WhenSwitchingMethod>(this.preferences, AwsAccountsPreferences.WHEN_SWITCHING_METHOD) ?? 'ask';
    }
}
