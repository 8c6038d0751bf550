import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../process/aws-environment';
import type { SharedConfigFile } from '../../common/aws-accounts-snapshot';
import { NetworkSettings } from '../http/network-settings';
import { replacedSections } from './counting-sections';
import { interpret } from './config-interpretation';
import type { SharedConfig } from './shared-config';
import { ReadConfigFile, SharedConfigFileReader } from './shared-config-file-reader';

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
            files: { host, config: withReplaced(config), credentials: credentials.file }
        };
    }
}

/** The file with the first of its flaws, those of names in two spellings included. */
function withReplaced({ file, document }: ReadConfigFile): SharedConfigFile {
    const [replaced] = replacedSections(document.sections);
    const line = replaced?.section.line;
    if (replaced === undefined || (file.failure?.location?.line ?? line) < line) {
        return file;
    }
    return {
        ...file,
        failure: {
            reason: 'fileBroken', subject: file.path, detail: 'replacedSection', location: { file: file.path, line },
            trouble: { kind: 'twice', line: replaced.by.line }
        }
    };
}
