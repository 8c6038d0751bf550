import type { EnvironmentOrigin } from '../../../common/connection/aws-connection';
import type { ProfileProblem } from '../../../common/connection/profile-problem';
import { keysProblem } from './environment-keys';
import type { Variables } from './environment-origin';

/** Problem that keeps the set variables from being used, with the name of the one that is missing or cannot be read. */
export function environmentProblem({ kind }: EnvironmentOrigin, variables: Variables): ProfileProblem | undefined {
    switch (kind) {
        case 'keys':
            return keysProblem(variables);
        case 'webIdentity':
            return variables.AWS_ROLE_ARN ? undefined : { kind: 'missingKey', key: 'AWS_ROLE_ARN' };
        case 'container':
        case 'instance':
            return undefined;
    }
}
