import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { RoleProfilePlan, RoleProfileRequest } from '../../common/profile/role-profile';
import { AssignedRolesServerProxy } from '../connection/backend-services';
import { ModalDialog } from '../modal/modal-dialog';
import { failureText } from '../wording';
import { proposalsText } from './role-profile-wording';
import { Labels } from '../wording/text/labels';

export const RoleProfileRequests = Symbol('RoleProfileRequests');

/** Shows what would be written into the config file for one role or several, and lets a person name a single one. */
@injectable()
export class RoleProfileDialog extends ModalDialog<readonly RoleProfileRequest[]> {

    @inject(AssignedRolesServerProxy) protected readonly roles: AssignedRolesServer;
    @inject(RoleProfileRequests) protected readonly wanted: readonly RoleProfileRequest[];

    protected plan: RoleProfilePlan | undefined;
    protected failure: AwsFailure | undefined;
    /** The name as typed; `undefined`: the proposed one. */
    protected profile: string | undefined;

    @postConstruct()
    protected init(): void {
        void this.propose();
    }

    protected get requests(): readonly RoleProfileRequest[] {
        const { profile } = this;
        return profile === undefined ? this.wanted : this.wanted.map(request => ({ ...request, profile }));
    }

    /** Ignores an answer about a name that the person has changed since. */
    protected async propose(): Promise<void> {
        const { profile } = this;
        try {
            const plan = await this.roles.proposeRoleProfiles(this.requests);
            this.present(profile, plan, undefined);
        } catch (error) {
            this.present(profile, undefined, AwsFailure.of(error));
        }
    }

    protected present(profile: string | undefined, plan: RoleProfilePlan | undefined, failure: AwsFailure | undefined): void {
        if (profile === this.profile && !this.isDisposed) {
            this.plan = plan;
            this.failure = failure;
            this.update();
        }
    }

    protected renderContent(): React.ReactNode {
        const { plan } = this;
        const proposals = plan?.proposals ?? [];
        const writes = proposals.some(({ kind }) => kind === 'new') && proposals.every(({ kind }) => kind !== 'nameTaken');
        return (
            <form className='theia-aws-panel' onSubmit={this.submit}>
                {this.wanted.length === 1 && this.renderName()}
                {this.renderRemark(writes)}
                {plan && writes && this.renderPreview(plan)}
                <div className='theia-aws-buttons'>
                    <button type='submit' className='theia-button main' data-action='write' disabled={!writes}>
                        {Labels.write()}
                    </button>
                    <button type='button' className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                        {nls.localizeByDefault('Cancel')}
                    </button>
                </div>
            </form>
        );
    }

    protected renderName(): React.ReactNode {
        return (
            <label>
                {Labels.profileName()}
                <input
                    className='theia-input'
                    name='profile'
                    data-first-focus
                    autoComplete='off'
                    spellCheck={false}
                    value={this.profile ?? this.plan?.proposals[0].profile ?? ''}
                    onChange={this.changeName}
                    aria-describedby='aws-accounts-role-remark'
                />
            </label>
        );
    }

    /** @param writes whether the remark is the heading of a preview, not a trouble */
    protected renderRemark(writes: boolean): React.ReactNode {
        const { plan, failure } = this;
        return (
            <p id='aws-accounts-role-remark' role='status' className={failure || (plan && !writes) ? 'theia-aws-trouble' : undefined}>
                {failure
                    ? failureText(failure).message
                    : plan
                      ? proposalsText(plan.proposals)
                      : nls.localize('theia/aws-accounts/role/reading', 'Reading your config file...')}
            </p>
        );
    }

    protected renderPreview({ preview: { path, line, lines } }: RoleProfilePlan): React.ReactNode {
        return <figure className='theia-aws-preview'>
            <figcaption>{path}:{line}</figcaption>
            <pre tabIndex={0} aria-label={Labels.preview()}>{lines.join('\n')}</pre>
        </figure>;
    }

    protected readonly changeName = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
        this.profile = currentTarget.value;
        this.update();
        void this.propose();
    };

    protected readonly submit = (event: React.FormEvent): void => {
        event.preventDefault();
        this.finish(this.requests);
    };
}
