import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { AWS_DIAGNOSIS_PATH } from '../../common/protocol/aws-diagnosis-protocol';
import { AwsDiagnosisProxy } from '../connection/backend-services';
import { DiagnosisCommands } from './diagnosis-commands';
import { FailureMessages } from './failure-messages';

/** Failures in words, and the diagnosis to hand on. */
export function bindDiagnosis(bind: interfaces.Bind): void {
    bind(AwsDiagnosisProxy)
        .toDynamicValue(({ container }) => ServiceConnectionProvider.createProxy(container, AWS_DIAGNOSIS_PATH))
        .inSingletonScope();
    bind(FailureMessages).toSelf().inSingletonScope();
    bind(DiagnosisCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(DiagnosisCommands);
}
