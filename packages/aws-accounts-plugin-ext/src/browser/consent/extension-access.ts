import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsModel, LiteralMessages, LiteralQuickInput } from 'theia-aws-accounts/lib/browser';
import { AWS_ACCOUNTS_CONTEXT_MENU, connectionName, OwnCommand } from 'theia-aws-accounts/lib/browser/integration';
import type { ExtensionConsent } from '../../common/extension-consent';
import { EXTENSION_ACCESS_LABEL } from './consent-question';
import { ExtensionConsents } from './extension-consents';
import { openedByToken } from './token-scope-wording';

const EXTENSION_ACCESS: Command = {
    id: OwnCommand.id('manageExtensionAccess'), category: OwnCommand.category(), label: EXTENSION_ACCESS_LABEL
};

/** Shows which extension may use which connection, and takes that back. In the palette and in the context menu of the Accounts view. */
@injectable()
export class ExtensionAccess implements CommandContribution, MenuContribution {

    @inject(ExtensionConsents) protected readonly consents: ExtensionConsents;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(EXTENSION_ACCESS, { execute: () => this.manage() });
    }

    registerMenus(menus: MenuModelRegistry): void {
        menus.registerMenuAction([...AWS_ACCOUNTS_CONTEXT_MENU, '5_extensions'], {
            commandId: EXTENSION_ACCESS.id,
            label: EXTENSION_ACCESS_LABEL
        });
    }

    protected async manage(): Promise<void> {
        const { all } = this.consents;
        if (all.length === 0) {
            void this.messages.info(
                nls.localize('theia/aws-accounts-plugin-ext/access/none', 'No extension may use any of your AWS connections.')
            );
            return;
        }
        const picked = await this.quickInput.pick(all.map(consent => this.item(consent)), {
            placeHolder: nls.localize('theia/aws-accounts-plugin-ext/access/placeholder', 'Choose what is no longer allowed')
        });
        if (picked) {
            await this.consents.revoke(picked.consent);
            const { extension, connectionId } = picked.consent;
            const text = nls.localize(
                'theia/aws-accounts-plugin-ext/access/revoked',
                '{0} may no longer use {1}.',
                extension.name,
                this.nameOf(connectionId)
            );
            void this.messages.info(text, { timeout: 5000 });
        }
    }

    protected item(consent: ExtensionConsent): { label: string; description: string; detail?: string; consent: ExtensionConsent } {
        const { extension, connectionId, scopes } = consent;
        return {
            label: nls.localize('theia/aws-accounts-plugin-ext/access/item', '{0} uses {1}', extension.name, this.nameOf(connectionId)),
            description: extension.id,
            ...scopes && { detail: openedByToken(scopes, this.model.services).join(' ') },
            consent
        };
    }

    protected nameOf(connectionId: string): string {
        const entry = this.model.find(connectionId);
        return entry ? connectionName(entry.connection) : connectionId;
    }
}
