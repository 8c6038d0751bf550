import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import {
    AwsAccountsModel, AwsConnectionId, AwsScopes, GuardCancelled, LiteralQuickInput, SignInTarget
} from 'theia-aws-accounts/lib/browser';
import { connectionDetail, ConnectionDialogFactory, connectionName } from 'theia-aws-accounts/lib/browser/integration';
import { AuthenticationProviderId } from '../../common/authentication-provider-id';

type Target = SignInTarget | 'identityCenter';

/** Signs in for a request that came through Theia's authentication service, with the same dialog as everywhere. */
@injectable()
export class ProviderSignIn {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(ConnectionDialogFactory) protected readonly createDialog: ConnectionDialogFactory;

    /**
     * The connection that is signed in now.
     *
     * @param notes what the person agrees to by signing in, said in the dialog
     * @throws GuardCancelled when the person decides against it
     */
    async signIn(provider: AuthenticationProviderId, scopes: readonly string[], notes?: readonly string[]): Promise<AwsConnectionId> {
        const target = await this.targetOf(provider);
        const usual = AwsScopes.forSignIn(AuthenticationProviderId.kindOf(provider), undefined, this.model.services);
        const more = AwsScopes.missing(scopes, usual).length > 0;
        const question = more ? { requirement: { kind: 'token', scopes } as const } : undefined;
        const answer = target && await this.createDialog({
            signIn: target, question, notes, whenSwitching: 'stayConnected', recents: []
        }).open();
        if (answer === undefined) {
            throw new GuardCancelled();
        }
        return answer.connectionId;
    }

    protected async targetOf(provider: AuthenticationProviderId): Promise<Target | undefined> {
        return provider === 'aws-builder-id' ? { kind: 'builderId' } : this.chooseOrganisation();
    }

    protected async chooseOrganisation(): Promise<Target | undefined> {
        const known = (this.model.snapshot?.connections ?? []).filter(
            ({ connection }) => connection.kind === 'identityCenter' && connection.problem === undefined
        );
        if (known.length === 0) {
            return 'identityCenter';
        }
        const items = known.map((entry): { label: string; detail: string; target: Target } => ({
            label: connectionName(entry.connection),
            detail: connectionDetail(entry),
            target: { kind: 'connection', connectionId: entry.connection.id }
        }));
        const other = nls.localize('theia/aws-accounts-plugin-ext/signIn/other', 'Another start URL...');
        const picked = await this.quickInput.pick([...items, { label: other, detail: '', target: 'identityCenter' as const }], {
            placeHolder: nls.localize('theia/aws-accounts-plugin-ext/signIn/which', 'Which organization do you want to sign in to?')
        });
        return picked?.target;
    }
}
