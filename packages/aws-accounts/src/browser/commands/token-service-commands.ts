import type { Command } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { TokenService } from '../../common/token-service/token-service';
import { TokenServices } from '../../common/token-service/token-services';
import { OwnCommand } from './own-command';

/** Chooses the connection of a token service: `aws.accounts.useForCodeWhisperer` for the service `codeWhisperer`. */
export function useForCommand({ id, label }: TokenService): Command {
    return {
        id: OwnCommand.id(`useFor${TokenServices.inName(id)}`),
        label: nls.localize('theia/aws-accounts/command/useForService', 'Choose {0} Connection...', label),
        originalLabel: `Choose ${label} Connection...`,
        category: OwnCommand.category(),
        originalCategory: 'AWS'
    };
}
