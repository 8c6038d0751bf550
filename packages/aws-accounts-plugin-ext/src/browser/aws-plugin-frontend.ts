import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable } from '@theia/core/shared/inversify';
import { ExtensionRequirements } from './requirements/extension-requirements';

/** Begins to read what extensions declare, as early as possible. */
@injectable()
export class AwsPluginFrontend implements FrontendApplicationContribution {

    @inject(ExtensionRequirements) protected readonly requirements: ExtensionRequirements;

    onStart(): void {
        this.requirements.start();
    }
}
