import { nls } from '@theia/core/lib/common/nls';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { TokenService } from '../../../common/token-service/token-service';
import { TokenServices } from '../../../common/token-service/token-services';
import { unknownKind } from '../../../common/state/unknown-kind';
import { methodsText } from '../../wording';
import { connectionKindText } from '../../wording/connection/connection-wording';
import { iamExplanation, tokenExplanation, tokenServicesText } from './token-wording';

/** Says what a requirement means, and that token services go on. */
export function requirementExplanation(requirement: AwsRequirement, snapshot: AwsAccountsSnapshot): string {
    switch (requirement.kind) {
        case 'iam':
            return iamExplanation(snapshot);
        case 'token':
            return tokenExplanation(serviceOf(requirement, snapshot.services), snapshot);
        case 'either':
            return eitherExplanation(requirement, snapshot.services);
        default:
            return unknownKind(requirement, 'requirement');
    }
}

/** Label of the list of connections that may answer a requirement. */
export function answersLabel(requirement: AwsRequirement): string {
    switch (requirement.kind) {
        case 'iam':
            return connectionKindText('iamProfile');
        case 'token':
            return nls.localize('theia/aws-accounts/dialog/signIns', 'Sign in with');
        case 'either':
            return nls.localize('theia/aws-accounts/dialog/profilesAndSignIns', 'IAM profile or sign-in');
        default:
            return unknownKind(requirement, 'requirement');
    }
}

function eitherExplanation(requirement: AwsRequirement, services: TokenServices): string {
    return nls.localize(
        'theia/aws-accounts/dialog/explainEither',
        'Either will do: IAM credentials, which come from an IAM profile, or a sign-in for {0} with {1}.',
        tokenServicesText(requirement, services),
        methodsText(serviceOf(requirement, services))
    );
}

/** The token service that a requirement speaks of first. */
function serviceOf(requirement: AwsRequirement, services: TokenServices): TokenService {
    const token = AwsRequirement.tokens(requirement).at(0);
    return (token && TokenServices.find(services, AwsRequirement.use(token, services))) ?? services[0];
}
