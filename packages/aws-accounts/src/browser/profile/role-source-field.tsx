import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { MachineSource } from '../../common/profile/machine-source';
import type { RoleDraft, RoleSource } from '../../common/profile/profile-draft';
import { profileSourceText } from '../wording';
import { Field } from './profile-field';
import type { ProfileForm } from './profile-form';

/** Asks for the source of the credentials that assume the role: another profile, or what this machine gives. */
export function RoleSourceField({ form, draft }: { readonly form: ProfileForm; readonly draft: RoleDraft }): React.ReactElement {
    const profiles = sourceProfiles(form, draft);
    const change = ({ currentTarget }: React.ChangeEvent<HTMLSelectElement>): void =>
        form.change('source', { source: parse(currentTarget.value) });
    return (
        <Field form={form} field='source' label={nls.localize('theia/aws-accounts/profile/source', 'Assumed with the credentials of')}>
            {attributes => (
                <select {...attributes} className='theia-select' value={print(draft.source)} onChange={change}>
                    <option value='profile:' disabled>
                        {nls.localize('theia/aws-accounts/profile/chooseSource', 'Choose...')}
                    </option>
                    <optgroup label={nls.localize('theia/aws-accounts/profile/sourceProfiles', 'Profiles')}>
                        {profiles.map(({ name, detail }) => (
                            <option key={name} value={print({ kind: 'profile', name })}>
                                {detail === '' ? name : `${name} (${detail})`}
                            </option>
                        ))}
                    </optgroup>
                    <optgroup label={nls.localize('theia/aws-accounts/profile/machineSources', 'The machine of the IDE')}>
                        {MachineSource.ALL.map(name => (
                            <option key={name} value={print({ kind: 'machine', name })}>
                                {machineText(name)}
                            </option>
                        ))}
                    </optgroup>
                </select>
            )}
        </Field>
    );
}

/** The profiles that can be used; one that is named already is listed all the same. */
function sourceProfiles({ model }: ProfileForm, { name, source }: RoleDraft): { name: string; detail: string }[] {
    const profiles = (model.snapshot?.connections ?? []).flatMap(({ connection }) =>
        connection.kind === 'iamProfile' && connection.source !== 'environment' ? [connection] : []
    );
    const usable = profiles
        .filter(profile => profile.problem === undefined && profile.name !== name)
        .map(profile => ({ name: profile.name, detail: profileSourceText(profile) }));
    const isListed = source.kind !== 'profile' || source.name === '' || usable.some(profile => profile.name === source.name);
    return isListed ? usable : [{ name: source.name, detail: '' }, ...usable];
}

function machineText(name: MachineSource): string {
    switch (name) {
        case 'Environment':
            return nls.localize('theia/aws-accounts/profile/environment', 'Environment variables');
        case 'EcsContainer':
            return nls.localize('theia/aws-accounts/profile/container', 'Role of its container');
        case 'Ec2InstanceMetadata':
            return nls.localize('theia/aws-accounts/profile/instance', 'Role of its EC2 instance');
    }
}

function print({ kind, name }: RoleSource): string {
    return `${kind}:${name}`;
}

function parse(value: string): RoleSource {
    const name = value.slice(value.indexOf(':') + 1);
    return value.startsWith('machine:') ? { kind: 'machine', name } : { kind: 'profile', name };
}
