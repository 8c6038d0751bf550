import * as React from '@theia/core/shared/react';
import { AwsPartitions } from '../../../common/region/aws-partitions';
import type { StartUrlVerdict } from '../../../common/sign-in/start-url';
import { Labels } from '../../wording/text/labels';
import type { FoundStartPage } from '../sign-in/start-page-lookup';
import { hasPlace } from '../sign-in/start-url-place';
import { foundText, startUrlText } from '../sign-in/start-url-wording';

interface StartUrlFieldProps {
    readonly startUrl: string;
    readonly verdict: StartUrlVerdict;
    /** The page to which a start URL on a domain of the organization leads. */
    readonly found: FoundStartPage | undefined;
    onChange(startUrl: string): void;
}

/** Asks for a start URL, and says below it what is wrong with it or where it leads. */
export function StartUrlField({ startUrl, verdict, found, onChange }: StartUrlFieldProps): React.ReactElement {
    const isWrong = found?.kind === 'failed' || verdict.kind !== 'empty' && !hasPlace(verdict);
    return (
        <>
            <label>
                {Labels.startUrl()}
                <input
                    className='theia-input' name='startUrl' data-first-focus autoComplete='url' spellCheck={false}
                    value={startUrl}
                    onChange={({ currentTarget }) => onChange(currentTarget.value)}
                    placeholder={AwsPartitions.SAMPLE_START_URL}
                    aria-invalid={isWrong}
                    aria-describedby='aws-accounts-start-url-remark'
                />
            </label>
            <p id='aws-accounts-start-url-remark' className={isWrong ? 'theia-aws-trouble' : 'theia-aws-note'} role='status'>
                {found ? foundText(found) : startUrlText(verdict)}
            </p>
        </>
    );
}
