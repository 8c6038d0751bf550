import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { AwsSignInEmulator, EmulatorOptions } from 'aws-sign-in-emulator';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import { composeSnapshot } from '../../common/snapshot/snapshot-composition';
import { withSnapshots } from '../../common/protocol/snapshot-server';
import { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import { DeveloperProfilesServer } from '../../common/protocol/developer-profiles-protocol';
import backendModule, { bindWindow } from '../aws-accounts-backend-module';
import { AwsAccountsServerImpl } from '../aws-accounts-server';
import { ConnectionStore } from '../connection/connection-store';
import { AwsEnvironment } from '../process/aws-environment';
import { RecordingClient } from './recording-client';

/** The server of a window as the window sees it. */
export type SnapshotServer = ReturnType<typeof withSnapshots<AwsAccountsServerImpl>>;

/** The backend's half of a window, by subject, and what the window was told. */
export interface OpenedWindow {
    readonly server: SnapshotServer;
    readonly profiles: AwsProfilesServer;
    readonly roles: AssignedRolesServer;
    readonly developerProfiles: DeveloperProfilesServer;
    readonly client: RecordingClient;
}

/** A backend as a product has it, on a home folder of its own, directed at an emulator. */
export class BackendFixture {

    readonly containers: Container[] = [];

    protected constructor(readonly home: string, readonly emulator: AwsSignInEmulator) { }

    static async create(options?: EmulatorOptions): Promise<BackendFixture> {
        const emulator = await AwsSignInEmulator.start(options);
        process.env.AWS_ENDPOINT_URL = emulator.url;
        process.env.AWS_EC2_METADATA_DISABLED = 'true';
        return new BackendFixture(await mkdtemp(join(tmpdir(), 'aws-accounts-spec-')), emulator);
    }

    async dispose(): Promise<void> {
        this.containers.forEach(container => container.unbindAll());
        delete process.env.AWS_ENDPOINT_URL;
        await this.emulator.stop();
        await rm(this.home, { recursive: true, force: true });
    }

    pathOf(...parts: string[]): string {
        return join(this.home, ...parts);
    }

    async write(path: string, text: string): Promise<void> {
        await mkdir(dirname(this.pathOf(path)), { recursive: true });
        await writeFile(this.pathOf(path), text);
    }

    /**
     * Another process on the same home folder, as far as the product can tell. @param variables its environment, apart from what directs it
     * at the emulator
     */
    startBackend(variables: NodeJS.ProcessEnv = {}): Container {
        const container = new Container();
        container.load(backendModule);
        const { home } = this;
        container.bind(ILogger).to(MockLogger);
        container.rebind<AwsEnvironment>(AwsEnvironment).toConstantValue({
            host: 'localhost', home, configFile: this.pathOf('.aws', 'config'), credentialsFile: this.pathOf('.aws', 'credentials'),
            ssoCacheFolder: this.pathOf('.aws', 'sso', 'cache'), loginCacheFolder: this.pathOf('login'), region: undefined, variables
        });
        container
            .bind(EnvVariablesServer)
            .toConstantValue({ getConfigDirUri: async () => FileUri.create(this.pathOf('.theia')).toString() });
        this.containers.push(container);
        return container;
    }

    openWindow(backend: Container): OpenedWindow {
        const connection = backend.createChild();
        bindWindow(connection.bind.bind(connection));
        const server = connection.get(AwsAccountsServerImpl);
        const store = backend.get(ConnectionStore);
        const compose = (status: AwsAccountsStatus): AwsAccountsSnapshot => composeSnapshot(store.catalogue.whole, status).snapshot;
        const client = new RecordingClient(compose);
        server.setClient(client);
        return {
            server: withSnapshots(server, { take: async status => compose(status), restart: async status => compose(status) }),
            client,
            profiles: connection.get<AwsProfilesServer>(AwsProfilesServer),
            roles: connection.get<AssignedRolesServer>(AssignedRolesServer),
            developerProfiles: connection.get<DeveloperProfilesServer>(DeveloperProfilesServer)
        };
    }
}
