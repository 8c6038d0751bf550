import type { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import type { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import { nls } from '@theia/core/lib/common/nls';
import { injectable } from '@theia/core/shared/inversify';

/** The colours of states, after those that a theme has for the same meaning, so that every theme has fitting ones. */
@injectable()
export class AccountsColors implements ColorContribution {

    registerColors(colors: ColorRegistry): void {
        colors.register(
            {
                id: 'awsAccounts.connectedForeground',
                defaults: { dark: 'charts.green', light: 'charts.green', hcDark: 'charts.green', hcLight: 'charts.green' },
                description: nls.localize('theia/aws-accounts/color/connected', 'Icon of an AWS connection that works.')
            },
            {
                id: 'awsAccounts.attentionForeground',
                defaults: {
                    dark: 'list.warningForeground',
                    light: 'list.warningForeground',
                    hcDark: 'problemsWarningIcon.foreground',
                    hcLight: 'problemsWarningIcon.foreground'
                },
                description: nls.localize('theia/aws-accounts/color/attention', 'State of an AWS connection that needs attention.')
            },
            {
                id: 'awsAccounts.errorForeground',
                defaults: {
                    dark: 'list.errorForeground',
                    light: 'list.errorForeground',
                    hcDark: 'problemsErrorIcon.foreground',
                    hcLight: 'problemsErrorIcon.foreground'
                },
                description: nls.localize('theia/aws-accounts/color/error', 'State of an AWS connection that was refused.')
            },
            {
                id: 'awsAccounts.productionBackground',
                defaults: sameInAll('statusBarItem.errorBackground'),
                description: nls.localize(
                    'theia/aws-accounts/color/productionBackground',
                    'Behind what stands for an AWS profile that is marked as production.'
                )
            },
            {
                id: 'awsAccounts.productionForeground',
                defaults: sameInAll('statusBarItem.errorForeground'),
                description: nls.localize(
                    'theia/aws-accounts/color/productionForeground',
                    'Text of what stands for an AWS profile that is marked as production.'
                )
            }
        );
    }
}

function sameInAll(color: string): { readonly dark: string; readonly light: string; readonly hcDark: string; readonly hcLight: string } {
    return { dark: color, light: color, hcDark: color, hcLight: color };
}
