import * as React from '@theia/core/shared/react';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { Labels } from '../wording/text/labels';

/** Value of the entry that asks for a name; no region has it. */
const OTHER = '?';

interface RegionSelectProps {
    /** Attributes of the list; the field for a name gets those that describe what is wrong. */
    readonly attributes: React.SelectHTMLAttributes<HTMLSelectElement> & { readonly name: string };
    readonly value: string;
    /** Text of the entry for no region; absent: one has to be chosen. */
    readonly none?: string;
    onChange(region: string): void;
}

/** A list of the regions that this release knows, and a field for the name of any other. */
export function RegionSelect({ attributes, value, none, onChange }: RegionSelectProps): React.ReactElement {
    const [typing, setTyping] = React.useState(false);
    const known = AwsPartitions.regions();
    const choose = ({ currentTarget }: React.ChangeEvent<HTMLSelectElement>): void => {
        const chosen = currentTarget.value;
        setTyping(chosen === OTHER);
        onChange(chosen === OTHER ? '' : chosen);
    };
    return (
        <>
            <select {...attributes} className='theia-select' value={typing ? OTHER : value} onChange={choose}>
                {none !== undefined && <option value=''>{none}</option>}
                {!typing && value !== '' && !known.includes(value) && <option value={value}>{value}</option>}
                {known.map(name => <option key={name} value={name}>{name}</option>)}
                <option value={OTHER}>{Labels.otherRegion()}</option>
            </select>
            {typing && (
                <input
                    className='theia-input'
                    name='otherRegion'
                    aria-label={Labels.nameOfRegion()}
                    aria-invalid={attributes['aria-invalid']}
                    aria-describedby={attributes['aria-describedby']}
                    autoComplete='off'
                    spellCheck={false}
                    autoFocus
                    value={value}
                    onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
                />
            )}
        </>
    );
}
