import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { ReactDialog } from '@theia/core/lib/browser/dialogs/react-dialog';
import { Message } from '@theia/core/lib/browser/widgets/widget';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { AwsFailure } from '../../common/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/aws-accounts-protocol';
import type { RoleProfilePlan, RoleProfileRequest } from '../../common/role-profile';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { takeEscape } from '../modal/dialog-escape';
import { failureText } from '../wording';
import { proposalsText } from './role-profile-wording';

export const RoleProfileRequests = Symbol('RoleProfileRequests');

/** Shows what would be written into the config file for one role or several, and lets a person name a single one. */
@injectable()
export class RoleProfileDialog extends ReactDialog<readonly RoleProfileRequest[] | undefined> {

    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(RoleProfileRequests) protected readonly wanted: readonly RoleProfileRequest[];

    protected plan: RoleProfilePlan | undefined;
    protected failure: AwsFailure | undefined;
    /** The name as typed; `undefined`: the proposed one. */
    protected profile: string | undefined;
    protected answer: readonly RoleProfileRequest[] | undefined;

    constructor(@inject(DialogProps) props: DialogProps) {
        super(props);
        this.addClass('theia-aws-accounts-dialog');
        const block = this.titleNode.closest('.dialogBlock');
        block?.setAttribute('role', 'dialog');
        block?.setAttribute('aria-modal', 'true');
        block?.setAttribute('aria-label', props.title);
    }

    get value(): readonly RoleProfileRequest[] | undefined {
        return this.answer;
    }

    @postConstruct()
    protected init(): void {
        void this.propose();
    }

    protected get requests(): readonly RoleProfileRequest[] {
        const { profile } = this;
        return profile === undefined ? this.wanted : this.wanted.map(request => ({ ...request, profile }));
    }

    /** A late answer about a name that was changed since is not looked at. */
    protected async propose(): Promise<void> {
        const { profile } = this;
        try {
            const plan = await this.server.proposeRoleProfiles(this.requests);
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

    protected override onAfterAttach(msg: Message): void {
        super.onAfterAttach(msg);
        this.toDisposeOnDetach.push(takeEscape(this, () => this.close()));
    }

    protected override handleEnter(): boolean {
        return false;
    }

    protected render(): React.ReactNode {
        const { plan, failure } = this;
        const writes =
            plan !== undefined &&
            plan.proposals.some(({ kind }) => kind === 'new') &&
            plan.proposals.every(({ kind }) => kind !== 'nameTaken');
        return (
            <form className='theia-aws-panel' onSubmit={this.submit}>
                {this.wanted.length === 1 && (
                    <label>
                        {nls.localize('theia/aws-accounts/role/name', 'Name of the profile')}
                        <input
                            className='theia-input'
                            name='profile'
                            data-first-focus
                            autoComplete='off'
                            spellCheck={false}
                            value={this.profile ?? plan?.proposals[0].profile ?? ''}
                            onChange={this.changeName}
                            aria-describedby='aws-accounts-role-remark'
                        />
                    </label>
                )}
                <p id='aws-accounts-role-remark' role='status' className={failure || (plan && !writes) ? 'theia-aws-trouble' : undefined}>
                    {failure
                        ? failureText(failure).message
                        : plan
                          ? proposalsText(plan.proposals)
                          : nls.localize('theia/aws-accounts/role/reading', 'Reading your config file...')}
                </p>
                {plan && writes && this.renderPreview(plan)}
                <div className='theia-aws-buttons'>
                    <button type='submit' className='theia-button main' data-action='write' disabled={!writes}>
                        {nls.localize('theia/aws-accounts/role/write', 'Write')}
                    </button>
                    <button type='button' className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                        {nls.localizeByDefault('Cancel')}
                    </button>
                </div>
            </form>
        );
    }

    protected renderPreview({ preview: { path, line, lines } }: RoleProfilePlan): React.ReactNode {
        return <figure className='theia-aws-preview'>
            <figcaption>{path}:{line}</figcaption>
            <pre tabIndex={0} aria-label={nls.localize('theia/aws-accounts/role/preview', 'Lines to be written')}>{lines.join('\n')}</pre>
        </figure>;
    }

    protected readonly changeName = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
        this.profile = currentTarget.value;
        this.update();
        void this.propose();
    };

    protected readonly submit = (event: React.FormEvent): void => {
        event.preventDefault();
        this.answer = this.requests;
        this.accept().catch(() => this.close());
    };

    protected readonly cancel = (): void => this.close();
}
