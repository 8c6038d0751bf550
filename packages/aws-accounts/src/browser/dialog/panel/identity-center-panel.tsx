import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { AwsRegion } from '../../../common/region/aws-region';
import { StartUrl, StartUrlVerdict } from '../../../common/sign-in/start-url';
import type { SignInPreset } from '../sign-in/sign-in-presets';
import { FoundStartPage, StartPageLookup } from '../sign-in/start-page-lookup';
import { canSignInAt } from '../sign-in/start-url-place';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { RegionSelect } from '../../modal/region-select';
import { Labels } from '../../wording/text/labels';
import { StartUrlField } from './start-url-field';

const REGION_REMARK = 'aws-accounts-region-remark';

interface IdentityCenterPanelProps {
    readonly controller: ConnectionDialogController;
    readonly preset: SignInPreset;
}

interface IdentityCenterPanelState extends SignInPreset {
    /** The page to which a start URL on a domain of the organization leads. */
    readonly found?: FoundStartPage;
}

/** Asks for start URL and region, and says what is wrong with them as they are typed. */
export class IdentityCenterPanel extends React.Component<IdentityCenterPanelProps, IdentityCenterPanelState> {

    override state: IdentityCenterPanelState = this.props.preset;

    protected readonly lookup = new StartPageLookup(
        (startUrl, cancellation) => this.props.controller.findStartPage(startUrl, cancellation),
        found => this.setState(({ region }) => ({ found, region: found?.kind === 'found' && found.region ? found.region : region }))
    );

    override componentDidMount(): void {
        this.lookUp(StartUrl.check(this.state.startUrl));
    }

    override componentWillUnmount(): void {
        this.lookup.dispose();
    }

    override render(): React.ReactNode {
        const { startUrl, region, found } = this.state;
        const verdict = StartUrl.check(startUrl);
        return (
            <form className='theia-aws-panel' onSubmit={this.submit}>
                <p>
                    {nls.localize(
                        'theia/aws-accounts/identityCenter/explain',
                        'Your administrator gave you a start URL for the AWS access portal of your organization.'
                    )}
                </p>
                <StartUrlField startUrl={startUrl} verdict={verdict} found={found} onChange={this.changeStartUrl} />
                {this.renderRegion()}
                <div className='theia-aws-buttons'>
                    <button
                        type='submit' className='theia-button main' data-action='continue' disabled={!canSignInAt(verdict, region)}
                    >
                        {nls.localizeByDefault('Continue')}
                    </button>
                    <button type='button' className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                        {nls.localizeByDefault('Cancel')}
                    </button>
                </div>
            </form>
        );
    }

    protected renderRegion(): React.ReactNode {
        const isRegion = AwsRegion.isWellFormed(this.state.region);
        return (
            <>
                <label>
                    {nls.localize('theia/aws-accounts/identityCenter/region', 'Region of IAM Identity Center')}
                    <RegionSelect
                        attributes={{ 'name': 'region', 'aria-describedby': REGION_REMARK }}
                        value={this.state.region}
                        onChange={this.changeRegion}
                    />
                </label>
                <p id={REGION_REMARK} className='theia-aws-note' role='status' hidden={isRegion}>{isRegion ? '' : Labels.noRegion()}</p>
            </>
        );
    }

    /** A start URL that names its region sets it, so that the two fit. */
    protected readonly changeStartUrl = (startUrl: string): void => {
        const verdict = StartUrl.check(startUrl);
        this.setState(({ region }) => ({ startUrl, region: verdict.kind === 'valid' && verdict.region ? verdict.region : region }));
        this.lookUp(verdict);
    };

    /** A start URL at AWS needs no look-up. */
    protected lookUp(verdict: StartUrlVerdict): void {
        this.lookup.look(verdict.kind === 'valid' && verdict.unknownHost ? verdict.startUrl : undefined);
    }

    protected readonly changeRegion = (region: string): void => this.setState({ region });

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
