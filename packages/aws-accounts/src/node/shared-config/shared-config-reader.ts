import { readFile } from 'node:fs/promises';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { SharedConfigFile } from '../../common/aws-accounts-snapshot';
import { AwsEnvironment } from '../aws-environment';
import { interpret } from './config-interpretation';
import { IniDocument, parseIni } from './ini-document';
import type { ReadFile, SharedConfig } from './shared-config';

/** Reads the shared config and credentials files. Nothing is cached: what is on disk is what counts. */
@injectable()
export class SharedConfigReader {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;

    /** Never rejects for what is in the files, or for files that cannot be read: that is part of the result. */
    async read(): Promise<SharedConfig> {
        const { host, configFile, credentialsFile, region } = this.environment;
        const [config, credentials] = await Promise.all([readText(configFile), readText(credentialsFile)]);
        const documents = { config: parseIni(config.text), credentials: parseIni(credentials.text) };
        return {
            ...interpret({ ...documents, configFile, credentialsFile, environmentRegion: region }),
            files: { host, config: describe(config, documents.config), credentials: describe(credentials, documents.credentials) }
        };
    }
}

async function readText(path: string): Promise<ReadFile> {
    try {
        return { path, text: await readFile(path, 'utf8'), exists: true };
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            return { path, text: '', exists: false };
        }
        return { path, text: '', exists: true, failure: { reason: 'fileUnreadable', subject: path, detail: code } };
    }
}

/** The first flaw of a file; the rest of the file counts all the same. */
function describe({ path, exists, failure }: ReadFile, { flaws: [flaw] }: IniDocument): SharedConfigFile {
    const broken = flaw && { reason: 'fileBroken' as const, subject: path, detail: flaw.kind, location: { file: path, line: flaw.line } };
    return { path, exists, failure: failure ?? broken };
}
