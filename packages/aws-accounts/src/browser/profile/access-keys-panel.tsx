import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { AccessKeysDraft, ProfileDraft, ProfileSecrets } from '../../common/profile/profile-draft';
import { Field, RegionField, TextField } from './profile-field';
import { NameField, PanelProps } from './profile-panels';

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
