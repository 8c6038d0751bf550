import '../../../src/browser/welcome/welcome.css';
import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { bindViewContribution } from '@theia/core/lib/browser/shell/view-contribution';
import { WidgetFactory } from '@theia/core/lib/browser/widget-manager';
import type { interfaces } from '@theia/core/shared/inversify';
import { WelcomeContribution } from './welcome-contribution';
import { WelcomePage } from './welcome-page';

export function bindWelcome(bind: interfaces.Bind): void {
    bind(WelcomePage).toSelf();
    bind(WidgetFactory).toDynamicValue(({ container }) => ({
        id: WelcomePage.ID, createWidget: () => container.get(WelcomePage)
    })).inSingletonScope();
    bindViewContribution(bind, WelcomeContribution);
    bind(FrontendApplicationContribution).toService(WelcomeContribution);
}
