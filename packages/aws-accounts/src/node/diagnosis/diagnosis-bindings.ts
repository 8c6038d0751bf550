import { ConnectionHandler, RpcConnectionHandler } from '@theia/core/lib/common/messaging';
import type { interfaces } from '@theia/core/shared/inversify';
import { AWS_DIAGNOSIS_PATH, AwsDiagnosis } from '../../common/aws-diagnosis-protocol';
import { AwsDiagnosisImpl } from './aws-diagnosis-impl';
import { CallShape } from '../rpc/call-shapes';
import { checkedCalls } from '../rpc/checked-calls';

/** One for all windows: nothing of it depends on which window asks. */
export function bindDiagnosis(bind: interfaces.Bind): void {
    bind(AwsDiagnosisImpl).toSelf().inSingletonScope();
    bind(AwsDiagnosis).toService(AwsDiagnosisImpl);
    bind(ConnectionHandler)
        .toDynamicValue(({ container }) => new RpcConnectionHandler(
            AWS_DIAGNOSIS_PATH, () => checkedCalls(container.get<AwsDiagnosis>(AwsDiagnosis), CallShape.DIAGNOSIS)
        ))
        .inSingletonScope();
}
