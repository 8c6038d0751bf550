import type { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import type { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import type { ColorDefaults, ColorDefinition } from '@theia/core/lib/common/color';
import { nls } from '@theia/core/lib/common/nls';
import { injectable } from '@theia/core/shared/inversify';

/** Colors of states. They default to a theme's own colors of the same meaning, so that they fit every theme. */
@injectable()
export class AccountsColors implements ColorContribution {

    registerColors(colors: ColorRegistry): void {
        colors.register(...STATE_COLORS, ...PRODUCTION_COLORS);
    }
}

const STATE_COLORS: readonly ColorDefinition[] = [
    {
        id: 'awsAccounts.connectedForeground',
        defaults: inAll('charts.green'),
        description: nls.localize('theia/aws-accounts/color/connected', 'Icon of an AWS connection that works.')
    },
    {
        id: 'awsAccounts.attentionForeground',
        defaults: inAll('list.warningForeground', 'problemsWarningIcon.foreground'),
        description: nls.localize('theia/aws-accounts/color/attention', 'State of an AWS connection that needs attention.')
    },
    {
        id: 'awsAccounts.errorForeground',
        defaults: inAll('list.errorForeground', 'problemsErrorIcon.foreground'),
        description: nls.localize('theia/aws-accounts/color/error', 'State of an AWS connection that was refused.')
    }
];

const PRODUCTION_COLORS: readonly ColorDefinition[] = [
    {
        id: 'awsAccounts.productionBackground',
        defaults: inAll('statusBarItem.errorBackground'),
        description: nls.localize(
            'theia/aws-accounts/color/productionBackground',
            'Behind what stands for an AWS profile that is marked as production.'
        )
    },
    {
        id: 'awsAccounts.productionForeground',
        defaults: inAll('statusBarItem.errorForeground'),
        description: nls.localize(
            'theia/aws-accounts/color/productionForeground',
            'Text of what stands for an AWS profile that is marked as production.'
        )
    }
];

function inAll(color: string, highContrast = color): ColorDefaults {
    return { dark: color, light: color, hcDark: highContrast, hcLight: highContrast };
}
