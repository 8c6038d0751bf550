import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Container } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../../process/aws-environment';
import { Clock } from '../../process/clock';
import { NetworkSettings } from '../../http/network-settings';
import type { SharedConfig } from '../shared-config';
import { SharedConfigFileReader } from '../shared-config-file-reader';
import { SharedConfigReader } from '../shared-config-reader';

/** A clock on which every wait ends at once, after what the spec wants to happen meanwhile. */
export class EventfulClock implements Clock {

    readonly waits: number[] = [];
    meanwhile: () => Promise<void> = async () => undefined;

    now(): number {
        return 0;
    }

    async delay(ms: number): Promise<void> {
        this.waits.push(ms);
        await this.meanwhile();
    }
}

/** A home folder of its own with the two shared config files, and a reader for them. */
export class ConfigHome {

    readonly clock = new EventfulClock();
    readonly environment: AwsEnvironment;
    readonly container = new Container();

    constructor(readonly folder: string, region?: string) {
        this.environment = {
            host: 'host',
            home: folder,
            configFile: join(folder, '.aws', 'config'),
            credentialsFile: join(folder, '.aws', 'credentials'),
            ssoCacheFolder: join(folder, '.aws', 'sso', 'cache'),
            loginCacheFolder: join(folder, '.aws', 'login', 'cache'),
            region,
            variables: {}
        };
        this.container.bind(AwsEnvironment).toConstantValue(this.environment);
        this.container.bind(Clock).toConstantValue(this.clock);
        this.container.bind(NetworkSettings).toSelf().inSingletonScope();
        this.container.bind(SharedConfigFileReader).toSelf().inSingletonScope();
        this.container.bind(SharedConfigReader).toSelf().inSingletonScope();
    }

    static async create(region?: string): Promise<ConfigHome> {
        const home = new ConfigHome(await mkdtemp(join(tmpdir(), 'aws-accounts-config-')), region);
        await mkdir(dirname(home.environment.configFile));
        return home;
    }

    async write(config: string | Buffer, credentials?: string | Buffer): Promise<void> {
        await writeFile(this.environment.configFile, config);
        if (credentials !== undefined) {
            await writeFile(this.environment.credentialsFile, credentials);
        }
    }

    read(): Promise<SharedConfig> {
        return this.container.get(SharedConfigReader).read();
    }

    async dispose(): Promise<void> {
        await rm(this.folder, { recursive: true, force: true });
    }
}
