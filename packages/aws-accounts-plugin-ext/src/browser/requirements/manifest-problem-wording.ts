import { nls } from '@theia/core/lib/common/nls';
import type { ManifestProblem } from '../../common/manifest-requirements';

/** What is wrong, with whom, and what is done about it. */
export function manifestProblemText({ extensionId, commands, reason }: ManifestProblem): string {
    const entry = commands === undefined ? 'contributes.awsRequirements' : `contributes.awsRequirements["${commands}"]`;
    switch (reason) {
        case 'notAnObject':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/notAnObject',
                '{0}: {1} has to map commands to requirements. Until that is repaired, all commands of the extension need IAM credentials.', extensionId, entry
            );
        case 'unknownRequirement':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/unknownRequirement',
                '{0}: {1} is no known requirement. Until that is repaired, the command needs IAM credentials.', extensionId, entry
            );
        case 'scopesMissing':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/scopesMissing',
                '{0}: {1} names no scopes for the token. Until that is repaired, the command needs IAM credentials.', extensionId, entry
            );
        case 'foreignCommand':
            return nls.localize(
                'theia/aws-accounts-plugin-ext/manifest/foreignCommand',
                '{0}: {1} is not a command of this extension and was left out.', extensionId, entry
            );
    }
}
