import { inject, injectable } from '@theia/core/shared/inversify';
import type { SignInFlowKind } from '../../../common/sign-in/sign-in-flow';
import { unknownKind } from '../../../common/state/unknown-kind';
import { AuthorizationCodeFlow } from './authorization-code-flow';
import { DeviceCodeFlow } from './device-code-flow';
import type { SignInFlow } from './sign-in-flow';

/** The flows there are. Which of them a sign-in takes is decided before, by where the browser is. */
@injectable()
export class SignInFlows {

    @inject(DeviceCodeFlow) protected readonly deviceCode: SignInFlow;
    @inject(AuthorizationCodeFlow) protected readonly authorizationCode: SignInFlow;

    get(kind: SignInFlowKind): SignInFlow {
        switch (kind) {
            case 'deviceCode':
                return this.deviceCode;
            case 'authorizationCode':
                return this.authorizationCode;
            default:
                return unknownKind(kind, 'flow');
        }
    }
}
