import { nls } from '@theia/core/lib/common/nls';
import type { ManifestProblem } from '../../common/manifest-requirements';

/** Problem of a manifest, with its extension and the consequence. */
export function manifestProblemText(problem: ManifestProblem): string {
    const { extensionId } = problem;
    switch (problem.kind) {
        case 'notAnObject':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/notAnObject',
                '{0}: contributes.awsRequirements has to map commands to what they need. Until that is repaired, no command of the '
                    + 'extension runs.',
                extensionId
            );
        case 'foreignCommand':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/foreignCommand',
                '{0}: contributes.awsRequirements["{1}"] is not a command of this extension and was left out.',
                extensionId,
                problem.commands
            );
        case 'broken':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/broken',
                '{0}: contributes.awsRequirements["{1}"]: {2}. Until that is repaired, the command does not run.',
                extensionId,
                problem.commands,
                problem.reason
            );
    }
}
