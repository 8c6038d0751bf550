import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ProfileDraft, ProfileField, ProfilePreview } from '../../common/profile/profile-draft';
import type { ProfileForm } from './profile-form';
import { remarkText } from './field-problem-wording';
import { RegionSelect } from '../modal/region-select';
import { Labels } from '../wording/text/labels';

interface FieldProps {
    readonly form: ProfileForm;
    readonly field: ProfileField;
    readonly label: string;
    /** Said below while there is no remark. */
    readonly hint?: string;
    readonly children: (attributes: FieldAttributes) => React.ReactNode;
}

interface FieldAttributes {
    readonly name: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string;
}

/** A field with its label and, below it, what is wrong with it. */
export function Field({ form, field, label, hint, children }: FieldProps): React.ReactElement {
    const remark = form.remarkOn(field);
    const remarkId = `aws-accounts-profile-${field}`;
    const text = remark ? remarkText(remark) : hint;
    const element = React.useRef<HTMLDivElement>(null);
    // The person changes next the field that AWS refused.
    React.useEffect(() => {
        if (remark?.kind === 'refused') {
            element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
        }
    }, [remark]);
    return <div className='theia-aws-field' ref={element}>
        <label>{label}{children({ 'name': field, 'aria-invalid': remark !== undefined, 'aria-describedby': remarkId })}</label>
        <p
            id={remarkId} role='status' className={remark ? 'theia-aws-trouble' : 'theia-aws-note'} data-remark={remark?.kind}
            hidden={text === undefined}
        >{text}</p>
    </div>;
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
    readonly value: string;
    readonly placeholder?: string;
    readonly first?: boolean;
    readonly readOnly?: boolean;
    toChange?(value: string): Partial<ProfileDraft>;
}

/** A line of text; what is copied often has spaces around it, which are not meant. */
export function TextField({ value, placeholder, first, readOnly, toChange, ...field }: TextFieldProps): React.ReactElement {
    const change = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void =>
        field.form.change(field.field, toChange?.(currentTarget.value.trim()) ?? {});
    return (
        <Field {...field}>
            {attributes => (
                <input
                    {...attributes}
                    className='theia-input'
                    autoComplete='off'
                    spellCheck={false}
                    value={value}
                    placeholder={placeholder}
                    readOnly={readOnly}
                    data-first-focus={first || undefined}
                    onChange={change}
                />
            )}
        </Field>
    );
}

/** The region of a profile, which need not have one. */
export function RegionField({ form, draft }: { readonly form: ProfileForm; readonly draft: ProfileDraft }): React.ReactElement {
    return (
        <Field form={form} field='region' label={Labels.region()}>
            {attributes => (
                <RegionSelect
                    attributes={attributes}
                    value={draft.region ?? ''}
                    none={nls.localize('theia/aws-accounts/profile/noRegion', 'None of its own')}
                    onChange={region => form.change('region', { region: region || undefined })}
                />
            )}
        </Field>
    );
}

/** The lines that will be in the files, and those that will not be there any more. */
export function PreviewFigure({ preview: { path, line, removed, added } }: { readonly preview: ProfilePreview }): React.ReactElement {
    const lines = [
        ...removed.map(text => `- ${text}`),
        ...added.filter((text, index) => index > 0 || text !== '').map(text => (removed.length > 0 ? `+ ${text}` : text))
    ];
    return (
        <figure className='theia-aws-preview' data-preview={path}>
            <figcaption>
                {path}:{line}
            </figcaption>
            <pre tabIndex={0} aria-label={Labels.preview()}>
                {lines.join('\n')}
            </pre>
        </figure>
    );
}
