import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { AccessKeysDraft, ProfileDraft, ProfileSecrets, RegionDraft, RoleDraft } from '../../common/profile/profile-draft';
import { Field, RegionField, TextField } from './profile-field';
import type { ProfileForm } from './profile-form';
import { RoleSourceField } from './role-source-field';
import { Labels } from '../wording/text/labels';
import { connectionKindText } from '../wording/connection/connection-wording';

interface PanelProps<D extends ProfileDraft> {
    readonly form: ProfileForm;
    readonly draft: D;
}

/** Which kind of profile it is to be. */
export type ProfileKind = 'accessKeys' | 'role' | 'identityCenter';

interface KindPanelProps {
    readonly kinds: readonly ProfileKind[];
    onPick(kind: ProfileKind): void;
}

export function KindPanel({ kinds, onPick }: KindPanelProps): React.ReactElement {
    const text: { readonly [kind in ProfileKind]: readonly [name: string, detail: string] } = {
        accessKeys: [
            nls.localize('theia/aws-accounts/profile/kindKeys', 'Access keys'),
            nls.localize(
                'theia/aws-accounts/profile/kindKeysFor',
                'You have an access key id and a secret access key of an IAM user, or temporary ones.'
            )
        ],
        role: [
            Labels.role(),
            nls.localize('theia/aws-accounts/profile/kindRoleFor', 'You have the ARN of a role, and another profile that may assume it.')
        ],
        identityCenter: [
            connectionKindText('identityCenter'),
            nls.localize(
                'theia/aws-accounts/profile/kindIdentityCenterFor',
                'Your organization has a start URL: sign in, and choose an account and a role.'
            )
        ]
    };
    return (
        <div className='theia-aws-kinds'>
            {kinds.map((kind, index) => (
                <button
                    key={kind}
                    type='button'
                    className='theia-aws-kind'
                    data-action={kind}
                    data-first-focus={index === 0 || undefined}
                    onClick={() => onPick(kind)}>
                    <span className='theia-aws-choice-name'>{text[kind][0]}</span>
                    <span className='theia-aws-note'>{text[kind][1]}</span>
                </button>
            ))}
        </div>
    );
}

/** The name of a profile is given once: others refer to it by its name. */
function NameField({ form, draft: { name, exists } }: PanelProps<ProfileDraft>): React.ReactElement {
    const label = Labels.profileName();
    return <>{!exists && <TextField form={form} field='name' label={label} value={name} first toChange={value => ({ name: value })} />}</>;
}

export function RolePanel({ form, draft }: PanelProps<RoleDraft>): React.ReactElement {
    return <>
        <NameField form={form} draft={draft} />
        <TextField form={form} field='roleArn' label={nls.localize('theia/aws-accounts/profile/roleArn', 'ARN of the role')} value={draft.roleArn}
            placeholder='arn:aws:iam::111122223333:role/Admin' first={draft.exists} toChange={value => ({ roleArn: value })} />
        <RoleSourceField form={form} draft={draft} />
        <TextField form={form} field='mfaSerial' label={nls.localize('theia/aws-accounts/profile/mfaSerial', 'MFA device, if the role asks for one')} value={draft.mfaSerial ?? ''}
            placeholder='arn:aws:iam::111122223333:mfa/jo' toChange={value => ({ mfaSerial: value || undefined })} />
        <TextField form={form} field='externalId' label={nls.localize('theia/aws-accounts/profile/externalId', 'External id, if somebody else\'s role asks for one')}
            value={draft.externalId ?? ''} toChange={value => ({ externalId: value || undefined })} />
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

/** Gives what is typed into secret fields at the moment when it is sent. */
interface SecretSource {
    read(): ProfileSecrets | undefined;
}

/**
 * Asks for keys. The secret ones go over the wire once for each try, in the call that writes them, since a form in a browser has no other
 * way. They stand in the fields themselves and nowhere else: neither in the state of a component nor in the form, so that nothing can draw,
 * log or keep them; they are gone with the fields.
 */
export class AccessKeysPanel extends React.Component<PanelProps<AccessKeysDraft>> implements SecretSource {

    protected readonly secret = React.createRef<HTMLInputElement>();
    protected readonly token = React.createRef<HTMLInputElement>();

    read(): ProfileSecrets | undefined {
        const secretAccessKey = this.secret.current?.value.trim() ?? '';
        return secretAccessKey === '' ? undefined : { secretAccessKey, sessionToken: this.token.current?.value.trim() || undefined };
    }

    override render(): React.ReactNode {
        const { form, draft } = this.props;
        const stays = nls.localize('theia/aws-accounts/profile/keysStay', 'Leave it empty to keep the keys that are there.');
        return (
            <>
                <NameField form={form} draft={draft} />
                <TextField
                    form={form}
                    field='accessKeyId'
                    label={nls.localize('theia/aws-accounts/profile/accessKeyId', 'Access key id')}
                    value={draft.accessKeyId}
                    first={draft.exists}
                    hint={draft.exists ? stays : undefined}
                    toChange={value => ({ accessKeyId: value })}
                />
                {(!draft.exists || draft.accessKeyId !== '') &&
                    this.renderSecret(
                        'secretAccessKey',
                        nls.localize('theia/aws-accounts/profile/secret', 'Secret access key'),
                        this.secret
                    )}
                {ProfileDraft.isTemporary(draft.accessKeyId) &&
                    this.renderSecret('sessionToken', nls.localize('theia/aws-accounts/profile/sessionToken', 'Session token'), this.token)}
                <RegionField form={form} draft={draft} />
            </>
        );
    }

    protected renderSecret(
        field: 'secretAccessKey' | 'sessionToken',
        label: string,
        ref: ReturnType<typeof React.createRef<HTMLInputElement>>
    ): React.ReactNode {
        return (
            <Field form={this.props.form} field={field} label={label}>
                {attributes => (
                    <input
                        {...attributes}
                        ref={ref}
                        type='password'
                        className='theia-input'
                        autoComplete='off'
                        spellCheck={false}
                        onInput={() => this.props.form.change(field, {})}
                    />
                )}
            </Field>
        );
    }
}
