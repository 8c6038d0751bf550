import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ProfileDraft } from '../../common/profile/profile-draft';
import { failureText, Labels } from '../wording';
import { remarkText } from './field-problem-wording';
import { PreviewFigure } from './profile-field';
import type { ProfileForm } from './profile-form';
import { nothingWrittenText } from './profile-wording';

interface ProfileFormPanelProps {
    readonly form: ProfileForm;
    readonly draft: ProfileDraft;
    /** The fields of this kind of profile. */
    readonly fields: React.ReactNode;
    readonly cancelButton: React.ReactNode;
    onSubmit(event: React.FormEvent): void;
    onWriteAnyway(): void;
}

/** The form of a profile: its fields, the lines that will be written, what AWS said, and the buttons. */
export function ProfileFormPanel(
    { form, draft, fields, cancelButton, onSubmit, onWriteAnyway }: ProfileFormPanelProps
): React.ReactElement {
    const { latest } = form;
    const write = draft.kind === 'region' ? Labels.write() : nls.localize('theia/aws-accounts/profile/checkAndWrite', 'Check and Write');
    return (
        <form className='theia-aws-panel' onSubmit={onSubmit} noValidate>
            {fields}
            {form.previews.map(preview => <PreviewFigure key={preview.path} preview={preview} />)}
            {fileTrouble(form)}
            {latestTry(form)}
            <div className='theia-aws-buttons'>
                <button type='submit' className='theia-button main' data-action='write' disabled={latest.kind === 'running'}>
                    {write}
                </button>
                {latest.kind === 'failed' && latest.mayWriteAnyway && writeAnywayButton(onWriteAnyway)}
                {cancelButton}
            </div>
        </form>
    );
}

function fileTrouble(form: ProfileForm): React.ReactNode {
    const remark = form.remarkOn('file');
    return remark && <p className='theia-aws-trouble' role='alert' data-remark={remark.kind}>{remarkText(remark)}</p>;
}

/** The latest attempt to write, while it runs and when it failed. */
function latestTry({ latest }: ProfileForm): React.ReactNode {
    switch (latest.kind) {
        case 'none':
            return undefined;
        case 'running':
            return <p role='status'>{nls.localize('theia/aws-accounts/profile/asking', 'Asking AWS who this is...')}</p>;
        case 'failed':
            return <p className='theia-aws-trouble' role='alert' data-failure={latest.failure.reason}>
                {failureText(latest.failure).message} {nothingWrittenText()}
            </p>;
    }
}

function writeAnywayButton(onClick: () => void): React.ReactNode {
    return <button type='button' className='theia-button secondary' data-action='write-anyway' onClick={onClick}>
        {nls.localize('theia/aws-accounts/profile/writeAnyway', 'Write Anyway')}
    </button>;
}
