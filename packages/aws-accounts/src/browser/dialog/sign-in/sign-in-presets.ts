import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../../../common/sign-in/aws-accounts-preferences';
import { AwsPartitions } from '../../../common/region/aws-partitions';
import { AwsRegion } from '../../../common/region/aws-region';
import { SignInPreferences } from '../../../common/sign-in/sign-in-preferences';
import { StartUrl } from '../../../common/sign-in/start-url';

/** Values that are filled in when a person signs in with IAM Identity Center. */
export interface SignInPreset {
    readonly startUrl: string;
    readonly region: string;
}

/**
 * Values of the user or the product. A workspace could lead people to a sign-in of its own, so it has no say.
 */
@injectable()
export class SignInPresets {

    @inject(PreferenceService) protected readonly preferences: PreferenceService;

    get(): SignInPreset {
        const startUrl = this.read(SignInPreferences.START_URL);
        const verdict = StartUrl.check(startUrl);
        const named = verdict.kind === 'valid' ? verdict.region : undefined;
        const region = this.read(SignInPreferences.REGION);
        return { startUrl, region: AwsRegion.isWellFormed(region) ? region : named ?? AwsPartitions.DEFAULT_REGION };
    }

    protected read(name: string): string {
        return AwsAccountsPreferences.trusted<string>(this.preferences, name) ?? '';
    }
}
