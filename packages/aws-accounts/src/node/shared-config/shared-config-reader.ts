import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../process/aws-environment';
import { NetworkSettings } from '../http/network-settings';
import { NextRun } from '../process/next-run';
import { inSlices } from '../process/slices';
import type { SharedConfigFile } from '../../common/snapshot/aws-accounts-snapshot';
import { replacedSections } from './counting-sections';
import { interpreting, Interpretation } from './config-interpretation';
import type { SharedConfig } from './shared-config';
import { ReadConfigFile, SharedConfigFileReader } from './shared-config-file-reader';

interface Reading {
    readonly files: readonly [ReadConfigFile, ReadConfigFile];
    /** Settings of the environment at the last reading, as text. */
    readonly environment: string;
    readonly interpretation: Interpretation;
    readonly config: SharedConfig;
}

/** Reads the shared config and credentials files. The disk alone counts; content that says the same as before is not read twice. */
@injectable()
export class SharedConfigReader {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(SharedConfigFileReader) protected readonly fileReader: SharedConfigFileReader;

    protected last: Reading | undefined;
    protected readonly reading = new NextRun(() => this.readFiles());

    /**
     * Never rejects for what is in the files, or for files that cannot be read: that is part of the result. The result is the same object
     * as long as files and environment say the same. Callers who ask during a reading share the one after it.
     */
    read(): Promise<SharedConfig> {
        return this.reading.result();
    }

    protected async readFiles(): Promise<SharedConfig> {
        const { host, configFile, credentialsFile, region } = this.environment;
        const { endpoints } = this.network;
        const [config, credentials] = await Promise.all([this.fileReader.read(configFile), this.fileReader.read(credentialsFile)]);
        const environment = JSON.stringify([host, region, endpoints]);
        const known = this.last?.environment === environment ? this.last : undefined;
        if (known?.files[0] === config && known.files[1] === credentials) {
            return known.config;
        }
        const documents = { config: config.document, credentials: credentials.document, configFile, credentialsFile };
        const interpretation = await inSlices(interpreting(documents, { region, endpoints }, known?.interpretation));
        const { profiles, ssoSessions, settings } = interpretation;
        const files = { host, config: withReplaced(config), credentials: credentials.file };
        this.last = {
            files: [config, credentials], environment, interpretation, config: { profiles, ssoSessions, settings, files }
        };
        return this.last.config;
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
