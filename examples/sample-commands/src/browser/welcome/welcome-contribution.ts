import { AbstractViewContribution } from '@theia/core/lib/browser/shell/view-contribution';
import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { Command, CommandRegistry } from '@theia/core/lib/common/command';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { WelcomePage } from './welcome-page';

export const OPEN_WELCOME: Command = { id: 'aws.sample.openWelcome', category: 'Sample', label: 'What to Try' };

/** Set by the demo: only there are the sample profiles that the page speaks of. */
const DEMO = 'AWS_ACCOUNTS_SAMPLE_DEMO';

/** Opens the page that says what to try: by a command, and when the demo starts for the first time. */
@injectable()
export class WelcomeContribution extends AbstractViewContribution<WelcomePage> implements FrontendApplicationContribution {

    @inject(EnvVariablesServer) protected readonly environment: EnvVariablesServer;

    constructor() {
        super({ widgetId: WelcomePage.ID, widgetName: WelcomePage.LABEL, defaultWidgetOptions: { area: 'main' } });
    }

    async initializeLayout(): Promise<void> {
        if ((await this.environment.getValue(DEMO))?.value === 'true') {
            await this.openView({ reveal: true });
        }
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(OPEN_WELCOME, { execute: () => this.openView({ activate: true }) });
    }
}
