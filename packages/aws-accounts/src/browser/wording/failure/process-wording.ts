import { nls } from '@theia/core/lib/common/nls';
import { ProcessTrouble } from '../../../common/state/aws-accounts-error';

/** Says in a sentence how the `credential_process` of `profile` failed. */
export function processMessage(profile: string, trouble: ProcessTrouble): string {
    switch (trouble.kind) {
        case 'exited':
            return exitMessage(profile, trouble.code, trouble.said);
        case 'notStarted':
            return nls.localize(
                'theia/aws-accounts/failure/processNotStarted',
                'The credential_process of {0} cannot be started ({1}).',
                profile,
                trouble.code
            );
        case 'malformed':
            return outputMessage(profile, trouble.problem);
    }
}

function outputMessage(profile: string, problem: string): string {
    return problem === ProcessTrouble.NO_JSON
        ? nls.localize(
            'theia/aws-accounts/failure/processNoJson', 'The credential_process of {0} printed no credentials (no JSON object).', profile
        )
        : nls.localize(
            'theia/aws-accounts/failure/processOutput', 'The credential_process of {0} printed no credentials ({1}).', profile, problem
        );
}

/** @param said the end of what the process wrote; empty: nothing */
function exitMessage(profile: string, code: number | undefined, said: string): string {
    if (code === undefined) {
        return said === ''
            ? nls.localize('theia/aws-accounts/failure/processKilled', 'The credential_process of {0} was killed.', profile)
            : nls.localize(
                'theia/aws-accounts/failure/processKilledSaying', 'The credential_process of {0} was killed: {1}', profile, said
            );
    }
    return said === ''
        ? nls.localize('theia/aws-accounts/failure/processExited', 'The credential_process of {0} ended with exit code {1}.', profile, code)
        : nls.localize(
            'theia/aws-accounts/failure/processExitedSaying',
            'The credential_process of {0} ended with exit code {1}: {2}',
            profile,
            code,
            said
        );
}
