import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { ProfileRegion } from '../../common/connection/profile-region';
import { AwsPartitions } from '../../common/region/aws-partitions';
import type { SignInTarget } from '../../common/sign-in/sign-in';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { LiteralQuickInput } from '../literal/literal-quick-input';

type ConsoleTarget = Extract<SignInTarget, { readonly kind: 'console' }>;

/** Names that every tool reads. */
const NAME = /^[A-Za-z0-9_.@+%:/-]+$/;

/** Asks for the profile that a console sign-in is for, and for its region where the files name none. */
@injectable()
export class ConsoleTargets {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;

    /** `undefined`: the person decides against it. */
    async ask(): Promise<ConsoleTarget | undefined> {
        const profile = await this.quickInput.input({
            title: nls.localize('theia/aws-accounts/console/title', 'Sign in with the AWS Management Console'),
            prompt: nls.localize(
                'theia/aws-accounts/console/profile', 'Name of the profile that gets the credentials of your console sign-in'
            ),
            value: this.problemOf('default') === undefined ? 'default' : 'console',
            validateInput: async name => this.problemOf(name)
        });
        return profile === undefined || this.problemOf(profile) !== undefined ? undefined : this.of(profile);
    }

    /** The sign-in of a profile that has such a session already, or is to have one. */
    async of(profile: string): Promise<ConsoleTarget | undefined> {
        const known = this.find(profile);
        const named = known && ProfileRegion.named(known.region);
        const region = named ?? (await this.quickInput.pick(AwsPartitions.regions().map(label => ({
            label, description: AwsPartitions.regionName(label)
        })), {
            placeHolder: nls.localize('theia/aws-accounts/console/region', 'Region of the profile'), matchOnDescription: true
        }))?.label;
        return region === undefined ? undefined : { kind: 'console', profile, region };
    }

    protected problemOf(name: string): string | undefined {
        if (!NAME.test(name)) {
            return nls.localize('theia/aws-accounts/console/name', 'Letters, digits and _ . @ + % : / - are allowed.');
        }
        const { source } = this.find(name) ?? {};
        return source === undefined || source === 'loginSession' || source === 'none' ? undefined : nls.localize(
            'theia/aws-accounts/console/taken', 'The profile {0} has other credentials. Choose another name.', name
        );
    }

    protected find(name: string): IamProfileConnection | undefined {
        const connection = this.model.find(AwsConnection.profileId(name))?.connection;
        return connection?.kind === 'iamProfile' ? connection : undefined;
    }
}
