import { nls } from '@theia/core/lib/common/nls';
import type { ProfileProblem } from '../../../common/connection/profile-problem';

/** Reason why a profile or an SSO session is unusable, with the names and values concerned. Reads on after the name of the profile. */
export function problemText(problem: ProfileProblem): string {
    switch (problem.kind) {
        case 'missingKey':
            return nls.localize('theia/aws-accounts/problem/missingKey', '{0} is missing', problem.key);
        case 'sourceProfileNotFound':
            return nls.localize('theia/aws-accounts/problem/sourceProfileNotFound', 'source profile "{0}" does not exist', problem.name);
        case 'sourceProfileCycle':
            return nls.localize(
                'theia/aws-accounts/problem/sourceProfileCycle',
                'source profiles go round in a circle: {0}',
                problem.names.join(' → ')
            );
        case 'sourceProfileBroken':
            return nls.localize('theia/aws-accounts/problem/sourceProfileBroken', 'source profile "{0}" cannot be used', problem.name);
        case 'ssoSessionNotFound':
            return nls.localize('theia/aws-accounts/problem/ssoSessionNotFound', 'SSO session "{0}" does not exist', problem.name);
        case 'conflictingKeys':
            return nls.localize('theia/aws-accounts/problem/conflictingKeys', 'only one of these may be set: {0}', problem.keys.join(', '));
        case 'invalidValue':
            return nls.localize('theia/aws-accounts/problem/invalidValue', '{0} cannot be "{1}"', problem.key, problem.value);
        case 'valueGoesOn':
            return nls.localize(
                'theia/aws-accounts/problem/valueGoesOn', '{0} goes on in another line, which AWS tools read differently', problem.key
            );
        case 'unreadableName':
            return nls.localize('theia/aws-accounts/problem/unreadableName', 'the section name "{0}" cannot be understood', problem.name);
        case 'builderIdHasNoAccounts':
            return nls.localize(
                'theia/aws-accounts/problem/builderIdHasNoAccounts',
                'AWS Builder ID has no accounts and roles; a profile needs IAM Identity Center'
            );
        case 'invalidEndpoint':
            return endpointText(problem.service);
        case 'servicesNotFound':
            return nls.localize('theia/aws-accounts/problem/servicesNotFound', 'services section "{0}" does not exist', problem.name);
        case 'noCredentials':
            return nls.localize('theia/aws-accounts/problem/noCredentials', 'no credentials are set');
    }
}

function endpointText(service: string | undefined): string {
    const key = service === undefined ? 'endpoint_url' : `${service} endpoint_url`;
    return nls.localize('theia/aws-accounts/problem/invalidEndpoint', '{0} has to begin with http:// or https://, followed by a host', key);
}
