import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Labels } from '../wording/text/labels';
import { connectionKindText } from '../wording/connection/connection-wording';

/** The kind of profile that is added. */
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
