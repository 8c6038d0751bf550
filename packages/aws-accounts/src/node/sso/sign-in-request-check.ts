import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsUse } from '../../common/token-service/connection-use';
import { isObject } from '../../common/value/json-value';
import type { SignInRequest } from '../../common/sign-in/sign-in';
import { SignInFlowKind } from '../../common/sign-in/sign-in-flow';
import type { TokenServices } from '../../common/token-service/token-services';

/** Nothing is begun for a request that means something else than this version knows. @throws AwsAccountsError `invalidRequest` */
export function assertSignInRequest({ target, use, flow, scopes = [] }: SignInRequest, services: TokenServices): void {
    const known = isObject(target) &&
        (use === undefined || AwsUse.all(services).includes(use)) &&
        (flow === undefined || SignInFlowKind.is(flow)) &&
        Array.isArray(scopes) && scopes.every(scope => typeof scope === 'string');
    if (!known) {
        throw AwsFailure.toError({ reason: 'invalidRequest', detail: 'sign-in' });
    }
}
