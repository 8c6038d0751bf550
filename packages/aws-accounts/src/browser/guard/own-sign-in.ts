import { inject, injectable } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { AwsScopes } from '../../common/token-service/aws-scopes';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
import { GuardCancelled, RequirementNotMet } from './guard-errors';

/**
 * Sees to it that a consumer can get a token that opens what it asked for and nothing else. The sign-in of an organization opens accounts,
 * too: its token is for who asked for that, so all others need one beside it.
 */
@injectable()
export class OwnSignIn {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionDialogFactory) protected readonly createDialog: ConnectionDialogFactory;

    /** By connection and scopes: callers who need the same share the dialog. */
    protected readonly asking = new Map<string, Promise<void>>();

    /** @throws GuardCancelled when the person decides against it; RequirementNotMet with `silent` instead of asking */
    async ensure(connection: AwsConnection, requirement: AwsRequirement, silent = false): Promise<void> {
        const entry = this.model.find(connection.id);
        const scopes = entry && this.needed(entry, requirement);
        if (entry === undefined || scopes === undefined) {
            return;
        }
        if (silent) {
            throw new RequirementNotMet(requirement, { kind: 'missingScopes', entry, scopes });
        }
        const key = JSON.stringify([connection.id, ...scopes]);
        const asking = this.asking.get(key) ?? this.ask(connection, scopes).finally(() => this.asking.delete(key));
        this.asking.set(key, asking);
        await asking;
    }

    /** The scopes that a token of its own has to have; `undefined`: none is needed, or there is one. */
    protected needed({ connection, state }: ConnectionEntry, requirement: AwsRequirement): readonly string[] | undefined {
        const token = AwsRequirement.tokens(requirement).at(0);
        if (connection.kind !== 'identityCenter' || token === undefined || state.kind !== 'signedIn') {
            return undefined;
        }
        const isThere = AwsScopes.missing(token.scopes, state.own ?? []).length === 0;
        return AwsScopes.opensMore(state.scopes, token.scopes) && !isThere ? token.scopes : undefined;
    }

    protected async ask({ id }: AwsConnection, scopes: readonly string[]): Promise<void> {
        const dialog = this.createDialog(
            { signIn: { kind: 'connection', connectionId: id }, own: scopes, whenSwitching: 'stayConnected', recents: [] }
        );
        if (await dialog.open() === undefined) {
            throw new GuardCancelled();
        }
    }
}
