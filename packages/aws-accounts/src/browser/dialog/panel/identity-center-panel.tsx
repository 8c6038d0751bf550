import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { AwsPartitions } from '../../../common/aws-partitions';
import { StartUrl, StartUrlVerdict } from '../../../common/start-url';
import type { SignInPreset } from '../sign-in/sign-in-presets';
import { startUrlText } from '../sign-in/start-url-wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { Labels } from '../../wording/labels';

interface IdentityCenterPanelProps {
    readonly controller: ConnectionDialogController;
    readonly preset: SignInPreset;
}

/** Asks for start URL and region, and says what is wrong with them as they are typed. */
export class IdentityCenterPanel extends React.Component<IdentityCenterPanelProps, SignInPreset> {

    override state: SignInPreset = this.props.preset;

    override render(): React.ReactNode {
        const verdict = StartUrl.check(this.state.startUrl);
        return (
            <form className='theia-aws-panel' onSubmit={this.submit}>
                <p>
                    {nls.localize(
                        'theia/aws-accounts/identityCenter/explain',
                        'Your administrator gave you a start URL for the AWS access portal of your organization.'
                    )}
                </p>
                {this.renderStartUrl(verdict)}
                {this.renderRegion()}
                <div className='theia-aws-buttons'>
                    <button type='submit' className='theia-button main' data-action='continue' disabled={!canGoOn(verdict)}>
                        {nls.localizeByDefault('Continue')}
                    </button>
                    <button type='button' className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                        {nls.localizeByDefault('Cancel')}
                    </button>
                </div>
            </form>
        );
    }

    protected renderStartUrl(verdict: StartUrlVerdict): React.ReactNode {
        const isWrong = verdict.kind !== 'empty' && !canGoOn(verdict);
        return (
            <>
                <label>
                    {Labels.startUrl()}
                    <input
                        className='theia-input'
                        name='startUrl'
                        data-first-focus
                        autoComplete='url'
                        spellCheck={false}
                        value={this.state.startUrl}
                        onChange={this.changeStartUrl}
                        placeholder={AwsPartitions.SAMPLE_START_URL}
                        aria-invalid={isWrong}
                        aria-describedby='aws-accounts-start-url-remark'
                    />
                </label>
                <p id='aws-accounts-start-url-remark' className={isWrong ? 'theia-aws-trouble' : 'theia-aws-note'} role='status'>
                    {startUrlText(verdict)}
                </p>
            </>
        );
    }

    protected renderRegion(): React.ReactNode {
        return (
            <label>
                {nls.localize('theia/aws-accounts/identityCenter/region', 'Region of IAM Identity Center')}
                <select className='theia-select' name='region' value={this.state.region} onChange={this.changeRegion}>
                    {AwsPartitions.regions().map(name => (
                        <option key={name} value={name}>
                            {name}
                        </option>
                    ))}
                </select>
            </label>
        );
    }

    /** A start URL that names its region sets it, so that the two fit. */
    protected readonly changeStartUrl = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
        const startUrl = currentTarget.value;
        const verdict = StartUrl.check(startUrl);
        this.setState(({ region }) => ({ startUrl, region: verdict.kind === 'valid' && verdict.region ? verdict.region : region }));
    };

    protected readonly changeRegion = ({ currentTarget }: React.ChangeEvent<HTMLSelectElement>): void =>
        this.setState({ region: currentTarget.value });

    protected readonly submit = (event: React.FormEvent): void => {
        event.preventDefault();
        const { startUrl, region } = this.state;
        const verdict = StartUrl.check(startUrl);
        switch (verdict.kind) {
            case 'builderId':
                return this.props.controller.signIn({ kind: 'builderId' });
            case 'valid':
                return this.props.controller.signIn({ kind: 'identityCenter', startUrl: verdict.startUrl, region });
            case 'empty':
            case 'notAUrl':
            case 'wrongScheme':
            case 'wrongPath':
                return undefined;
        }
    };

    protected readonly cancel = (): void => this.props.controller.back();
}

/** Whether there is a place to sign in to. */
function canGoOn({ kind }: StartUrlVerdict): boolean {
    switch (kind) {
        case 'valid':
        case 'builderId':
            return true;
        case 'empty':
        case 'notAUrl':
        case 'wrongScheme':
        case 'wrongPath':
            return false;
    }
}
