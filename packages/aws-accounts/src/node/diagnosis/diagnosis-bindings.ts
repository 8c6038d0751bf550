import type { interfaces } from '@theia/core/shared/inversify';
import { AwsDiagnosis } from '../../common/protocol/aws-diagnosis-protocol';
import { AwsDiagnosisImpl } from './aws-diagnosis-impl';

/** One for all windows: nothing of it depends on which window asks. */
export function bindDiagnosis(bind: interfaces.Bind): void {
    bind(AwsDiagnosisImpl).toSelf().inSingletonScope();
    bind(AwsDiagnosis).toService(AwsDiagnosisImpl);
}
