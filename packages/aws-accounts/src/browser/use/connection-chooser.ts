import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences, WhenSwitchingMethod } from '../../common/sign-in/aws-accounts-preferences';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import { AwsUse } from '../../common/token-service/connection-use';
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
        if (snapshot === undefined || ConnectionQuestion.asksAboutTokens(question, snapshot, whenSwitching)) {
            return await this.choose(question) !== undefined;
        }
        const tokenServices = ConnectionQuestion.settledFate(question, snapshot, whenSwitching);
        await this.applyIfAny(question, { connectionId: question.picked, tokenServices, remember: false });
        return true;
    }

    protected async applyIfAny(
        { requirement }: ConnectionQuestion,
        answer: ConnectionAnswer | undefined
    ): Promise<ConnectionAnswer | undefined> {
        const use = answer && this.useOf(requirement, answer.connectionId);
        if (answer && use !== undefined) {
            await this.uses.apply(use, answer);
        }
        return answer;
    }

    /** The use that takes what was chosen, when several uses can serve the requirement. */
    protected useOf(requirement: AwsRequirement, chosen: AwsConnectionId): AwsUse | undefined {
        const { services } = this.model;
        const uses = AwsRequirement.alternatives(requirement).map(alternative => AwsRequirement.use(alternative, services));
        const kind = this.model.find(chosen)?.connection.kind;
        return uses.find(use => kind !== undefined && AwsUse.accepts(use, kind, services)) ?? uses[0];
    }

    protected whenSwitching(): WhenSwitchingMethod {
        return AwsAccountsPreferences.trusted<WhenSwitchingMethod>(this.preferences, AwsAccountsPreferences.WHEN_SWITCHING_METHOD) ?? 'ask';
    }
}
