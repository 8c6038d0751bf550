import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ProfileDraft, RegionDraft, RoleDraft } from '../../common/profile/profile-draft';
import { RegionField, TextField } from './profile-field';
import type { ProfileForm } from './profile-form';
import { RoleSourceField } from './role-source-field';
import { Labels } from '../wording/text/labels';

export interface PanelProps<D extends ProfileDraft> {
    readonly form: ProfileForm;
    readonly draft: D;
}

/** The name of a profile is given once: others refer to it by its name. */
export function NameField({ form, draft: { name, exists } }: PanelProps<ProfileDraft>): React.ReactElement {
    const label = Labels.profileName();
    return <>{!exists && <TextField form={form} field='name' label={label} value={name} first toChange={value => ({ name: value })} />}</>;
}

export function RolePanel({ form, draft }: PanelProps<RoleDraft>): React.ReactElement {
    return <>
        <NameField form={form} draft={draft} />
        <TextField form={form} field='roleArn' value={draft.roleArn} first={draft.exists} toChange={value => ({ roleArn: value })}
            label={nls.localize('theia/aws-accounts/profile/roleArn', 'ARN of the role')}
            placeholder='arn:aws:iam::111122223333:role/Admin' />
        <RoleSourceField form={form} draft={draft} />
        <TextField form={form} field='mfaSerial' value={draft.mfaSerial ?? ''} toChange={value => ({ mfaSerial: value || undefined })}
            label={nls.localize('theia/aws-accounts/profile/mfaSerial', 'MFA device, if the role asks for one')}
            placeholder='arn:aws:iam::111122223333:mfa/jo' />
        <TextField form={form} field='externalId' value={draft.externalId ?? ''} toChange={value => ({ externalId: value || undefined })}
            label={nls.localize('theia/aws-accounts/profile/externalId', 'External id, if somebody else\'s role asks for one')} />
        <RegionField form={form} draft={draft} />
    </>;
}

export function RegionPanel({ form, draft }: PanelProps<RegionDraft>): React.ReactElement {
    return (
        <>
            <p>
                {nls.localize(
                    'theia/aws-accounts/profile/regionOnly',
                    'Of this kind of profile only the region can be changed here. Everything else is in the config file.'
                )}
            </p>
            <RegionField form={form} draft={draft} />
        </>
    );
}
