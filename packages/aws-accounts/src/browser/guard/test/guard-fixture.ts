import { CommandContribution, CommandRegistry, CommandService } from '@theia/core/lib/common/command';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { ILogger } from '@theia/core/lib/common/logger';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { Container, ContainerModule } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnection } from '../../../common/connection/aws-connection';
import type { ConnectionState } from '../../../common/state/connection-state';
import { ProductTokenServices, TokenServices } from '../../../common/token-service/token-services';
import { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../../connection/backend-services';
import { Clock } from '../../time/clock';
import { entry, NOW, snapshot } from '../../test/snapshot-samples';
import { ProductionPrompt } from '../../production/production-dialog';
import { Timer } from '../../time/timer';
import { ConnectionChooser } from '../../use/connection-chooser';
import { bindGuard } from '../guard-bindings';
import { AwsRequirementContribution, AwsRequirementRegistry } from '../declaration/aws-requirement-registry';
import { ProductRequirements } from '../declaration/product-requirements';
import { FakeBackend } from './fake-backend';
import { FakeChooser } from './fake-chooser';
import { FakeLogger } from './fake-logger';
import { FakeMessages } from './fake-messages';
import { FakeProductionPrompt } from './fake-production-prompt';
import { FakeSettings } from './fake-settings';
import { FakeTimer } from './fake-timer';
import { FakeTrust } from './fake-trust';
import { WorkspaceTrust } from '../../trust/workspace-trust';
import { LiteralMessages } from '../../literal/literal-messages';

/** The guard in front of Theia's own command registry, bound as the product binds it. Person, backend and notifications are fakes. */
export class GuardFixture {

    readonly container = new Container();
    readonly chooser = new FakeChooser();
    readonly production = new FakeProductionPrompt();
    readonly messages = new FakeMessages();
    readonly logger = new FakeLogger();
    readonly settings = new FakeSettings();
    readonly trust = new FakeTrust();
    readonly timer = new FakeTimer();
    readonly backend: FakeBackend;
    readonly model: AwsAccountsModel;
    readonly registry: CommandRegistry;

    constructor(contributions: readonly AwsRequirementContribution[] = [], product?: unknown, services = TokenServices.DEFAULT) {
        const { container } = this;
        container.load(
            new ContainerModule((bind, _unbind, _isBound, _rebind, _unbindAsync, onActivation) => bindGuard(bind, onActivation))
        );
        container.rebind(ProductRequirements).toConstantValue(() => product);
        container.bind(CommandRegistry).toSelf().inSingletonScope();
        container.bind(CommandService).toService(CommandRegistry);
        container.bind<object>(PreferenceService).toConstantValue(this.settings);
        container.bind<object>(WorkspaceService).toConstantValue(this.settings.workspaces);
        container.bind<object>(WorkspaceTrust).toConstantValue(this.trust);
        bindContributionProvider(container, CommandContribution);
        container.bind(ProductTokenServices).toConstantValue(services);
        container.bind(Clock).toConstantValue({ now: () => NOW });
        container.bind(AwsAccountsModel).toSelf().inSingletonScope();
        container.bind<object>(Timer).toConstantValue(this.timer);
        container.bind(ConnectionChooser).toConstantValue(this.chooser.asService());
        container.bind(ProductionPrompt).toConstantValue(this.production.ask);
        container.bind(LiteralMessages).toConstantValue(this.messages.asService());
        container.bind(ILogger).toConstantValue(this.logger.asService());
        contributions.forEach(contribution => container.bind(AwsRequirementContribution).toConstantValue(contribution));
        this.model = container.get(AwsAccountsModel);
        this.backend = new FakeBackend(this.model);
        container.bind(AwsAccountsServerProxy).toConstantValue(this.backend);
        this.registry = container.get(CommandRegistry);
    }

    get requirements(): AwsRequirementRegistry {
        return this.container.get(AwsRequirementRegistry);
    }

    /** The backend has said for the first time, or anew after a reconnect, what is true. */
    attach(state: AwsAccountsSnapshot = snapshot([])): void {
        this.model.reset({ ...state, revision: this.nextRevision });
    }

    /** The backend says that `connection` is in this state, and serves the use that it fits. */
    use(connection: AwsConnection, state: ConnectionState): void {
        const use = connection.kind === 'iamProfile' ? 'awsServices' : 'codeWhisperer';
        const { connections = [], uses = {} } = this.model.snapshot ?? {};
        const others = connections.filter(other => other.connection.id !== connection.id);
        this.model.accept(
            snapshot([...others, entry(connection, state)], { uses: { ...uses, [use]: connection.id }, revision: this.nextRevision })
        );
    }

    protected get nextRevision(): number {
        return (this.model.snapshot?.revision ?? 0) + 1;
    }

    /** Registers a command that keeps the arguments of every run. */
    command(id: string, result: unknown = undefined): RecordedCommand {
        const runs: unknown[][] = [];
        const registration = this.registry.registerCommand(
            { id, label: `Run ${id}...` },
            { execute: (...args: unknown[]) => (runs.push(args), result) }
        );
        return { runs, dispose: () => registration.dispose() };
    }
}

export interface RecordedCommand {
    readonly runs: readonly unknown[][];
    dispose(): void;
}

/** Outcome of a call: its error, or `undefined` when it succeeded. */
export function errorOf(call: Promise<unknown>): Promise<unknown> {
    return call.then(() => undefined, error => error);
}

/** Lets everything happen that happens by itself: promises only, no time. */
export function settled(): Promise<void> {
    return new Promise(resolve => setImmediate(resolve));
}
