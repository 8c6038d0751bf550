import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { CommandContribution } from '@theia/core/lib/common/command';
import { MenuContribution } from '@theia/core/lib/common/menu';
import { ContainerModule } from '@theia/core/shared/inversify';
import { AwsRequirementContribution } from 'theia-aws-accounts/lib/browser';
import { SAMPLE_AUTOMATION_PATH, SAMPLE_PATH, SampleAutomation, SampleServer } from '../common/sample-protocol';
import { SampleContribution } from './sample-contribution';
import { SampleLayout } from './sample-layout';
import { SampleOutput } from './sample-output';
import { bindWelcome } from './welcome/welcome-bindings';

export default new ContainerModule(bind => {
    bind(SampleServer).toDynamicValue(({ container }) =>
        ServiceConnectionProvider.createProxy<SampleServer>(container, SAMPLE_PATH)).inSingletonScope();
    bind(SampleAutomation)
        .toDynamicValue(({ container }) => ServiceConnectionProvider.createProxy<SampleAutomation>(container, SAMPLE_AUTOMATION_PATH))
        .inSingletonScope();
    bind(SampleOutput).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).to(SampleLayout).inSingletonScope();
    bindWelcome(bind);
    bind(SampleContribution).toSelf().inSingletonScope();
    for (const role of [CommandContribution, MenuContribution, AwsRequirementContribution]) {
        bind(role).toService(SampleContribution);
    }
});
