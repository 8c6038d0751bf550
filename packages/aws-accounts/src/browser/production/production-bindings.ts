import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { ProductionCommands } from './production-commands';
import { createProductionPrompt, ProductionPrompt } from './production-dialog';

/** Marking profiles as production, and the question that this makes necessary. */
export function bindProduction(bind: interfaces.Bind): void {
    bind(ProductionPrompt).toDynamicValue(createProductionPrompt).inSingletonScope();
    bind(ProductionCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(ProductionCommands);
}
