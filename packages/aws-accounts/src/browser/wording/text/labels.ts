import { nls } from '@theia/core/lib/common/nls';
import { AwsPartitions } from '../../../common/region/aws-partitions';

/** Labels of actions and fields that several rooms show. Labels of commands are in `AwsAccountsCommands`. */
export namespace Labels {

    export const useForAwsServices = (): string => nls.localize('theia/aws-accounts/action/useForAwsServices', 'Use for AWS Services');
    export const readFilesAgain = (): string => nls.localize('theia/aws-accounts/action/readAgain', 'Read Files Again');
    export const tryAgain = (): string => nls.localize('theia/aws-accounts/action/tryAgain', 'Try Again');
    export const useAnotherProfile = (): string => nls.localize('theia/aws-accounts/action/useAnotherProfile', 'Use Another Profile...');
    export const openConsole = (): string => nls.localize('theia/aws-accounts/action/openConsole', 'Open AWS Console');
    export const signOut = (): string => nls.localize('theia/aws-accounts/action/signOut', 'Sign Out');
    export const write = (): string => nls.localize('theia/aws-accounts/profile/write', 'Write');

    export const accounts = (): string => nls.localize('theia/aws-accounts/view/title', 'AWS Accounts');
    export const problem = (): string => nls.localize('theia/aws-accounts/row/problem', 'Problem');
    export const region = (): string => nls.localize('theia/aws-accounts/fact/region', 'Region');
    export const otherRegion = (): string => nls.localize('theia/aws-accounts/region/other', 'Another region...');
    export const nameOfRegion = (): string => nls.localize(
        'theia/aws-accounts/region/name', 'Name of the region, for example {0}', AwsPartitions.SAMPLE_REGION
    );
    export const noRegion = (): string => nls.localize(
        'theia/aws-accounts/region/malformed', 'This is no name of a region. It looks like {0}.', AwsPartitions.SAMPLE_REGION
    );
    export const startUrl = (): string => nls.localize('theia/aws-accounts/fact/startUrl', 'Start URL');
    export const role = (): string => nls.localize('theia/aws-accounts/fact/role', 'Role');
    export const profileName = (): string => nls.localize('theia/aws-accounts/profile/name', 'Name of the profile');
    export const preview = (): string => nls.localize('theia/aws-accounts/profile/preview', 'Lines to be written');

    /** A name and the value that belongs to it. */
    export function valued(name: string, value: string): string {
        return nls.localize('theia/aws-accounts/fact/line', '{0}: {1}', name, value);
    }

    /** A value, and where it comes from. */
    export function placed(value: string, place: string): string {
        return nls.localize('theia/aws-accounts/fact/place', '{0}, {1}', value, place);
    }
}
