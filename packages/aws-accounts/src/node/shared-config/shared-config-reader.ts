import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../process/aws-environment';
import { NetworkSettings } from '../http/network-settings';
import { interpret } from './config-interpretation';
import type { SharedConfig } from './shared-config';
import { SharedConfigFileReader } from './shared-config-file-reader';

/** Reads the shared config and credentials files. Nothing is cached: what is on disk is what counts. */
@injectable()
export class SharedConfigReader {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(SharedConfigFileReader) protected readonly fileReader: SharedConfigFileReader;

    /** Never rejects for what is in the files, or for files that cannot be read: that is part of the result. */
    async read(): Promise<SharedConfig> {
        const { host, configFile, credentialsFile, region } = this.environment;
        const [config, credentials] = await Promise.all([this.fileReader.read(configFile), this.fileReader.read(credentialsFile)]);
        return {
            ...interpret(
                { config: config.document, credentials: credentials.document, configFile, credentialsFile },
                region,
                this.network.endpoints
            ),
            files: { host, config: config.file, credentials: credentials.file }
        };
    }
}
