import { nls } from '@theia/core/lib/common/nls';
import { TokenServices } from '../../../common/token-service/token-services';
import type { ConnectionQuestion } from './connection-question';
import { tokenServicesText } from './token-wording';

/** Says what a command needs, or what a person is about to choose. */
export function dialogTitle({ requirement, command }: ConnectionQuestion, services: TokenServices): string {
    const service = tokenServicesText(requirement, services);
    switch (requirement.kind) {
        case 'either':
            return command === undefined
                ? nls.localize('theia/aws-accounts/dialog/titleEither', 'Choose an IAM profile or a sign-in')
                : eitherTitle(command, service);
        case 'iam':
            return command === undefined
                ? nls.localize('theia/aws-accounts/dialog/titleIam', 'Use an IAM profile for AWS services')
                : nls.localize('theia/aws-accounts/dialog/titleIamCommand', '{0} needs IAM credentials', command);
        case 'token':
            return command === undefined
                ? nls.localize('theia/aws-accounts/dialog/titleToken', 'Choose the sign-in for {0}', service)
                : tokenTitle(command, service);
    }
}

function eitherTitle(command: string, service: string): string {
    return takesAn(service)
        ? nls.localize('theia/aws-accounts/dialog/titleEitherCommandAn', '{0} needs IAM credentials or an {1} sign-in', command, service)
        : nls.localize('theia/aws-accounts/dialog/titleEitherCommand', '{0} needs IAM credentials or a {1} sign-in', command, service);
}

function tokenTitle(command: string, service: string): string {
    return takesAn(service)
        ? nls.localize('theia/aws-accounts/dialog/titleTokenCommandAn', '{0} needs an {1} sign-in', command, service)
        : nls.localize('theia/aws-accounts/dialog/titleTokenCommand', '{0} needs a {1} sign-in', command, service);
}

/** English writes `an` before a vowel: a product calls its token service as it likes. */
function takesAn(label: string): boolean {
    return /^[aeiou]/i.test(label);
}
