import type { QuickCommandService } from '@theia/core/lib/browser/quick-input/quick-command-service';
import { codiconArray } from '@theia/core/lib/browser/widgets/widget';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsRequirementRegistry } from '../declaration/aws-requirement-registry';

/**
 * Puts a lock before guarded commands in the command palette. They stay where they are and can be run; a command that shows an icon already
 * keeps it.
 */
export function markGuardedCommands({ container }: interfaces.Context, palette: QuickCommandService): QuickCommandService {
    const toItem = palette.toItem.bind(palette);
    palette.toItem = command => {
        const item = toItem(command);
        const guarded = container.get(AwsRequirementRegistry).isDeclared(command.id);
        return guarded && item.iconClasses === undefined ? { ...item, iconClasses: codiconArray('lock') } : item;
    };
    return palette;
}
