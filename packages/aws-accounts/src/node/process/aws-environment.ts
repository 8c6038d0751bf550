import { homedir, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { injectable } from '@theia/core/shared/inversify';
import { expandPath } from './path-expansion';

/**
 * The environment variables of this process as AWS tools read them, and the places of files that follow from them.
 * Source: "Configuration and credential file settings" and "Environment variables", AWS SDKs and Tools Reference Guide.
 */
export const AwsEnvironment = Symbol('AwsEnvironment');
export interface AwsEnvironment {
    /** Name of the machine, for people. */
    readonly host: string;
    /** The user's home folder as the AWS SDK resolves it. */
    readonly home: string;
    /** Absolute path of the shared config file. */
    readonly configFile: string;
    /** Absolute path of the shared credentials file. */
    readonly credentialsFile: string;
    /** Folder of SSO tokens and registrations, shared with the AWS CLI; no variable moves it. */
    readonly ssoCacheFolder: string;
    /** Folder of the sessions of `aws login`, as the AWS SDK resolves it. */
    readonly loginCacheFolder: string;
    /** `AWS_REGION` or `AWS_DEFAULT_REGION`. */
    readonly region: string | undefined;
    /** All variables of the process. */
    readonly variables: Readonly<NodeJS.ProcessEnv>;
}

@injectable()
export class ProcessAwsEnvironment implements AwsEnvironment {

    readonly variables: Readonly<NodeJS.ProcessEnv> = process.env;

    get host(): string {
        return hostname();
    }

    get home(): string {
        return this.variables.HOME || this.variables.USERPROFILE || homedir();
    }

    get configFile(): string {
        return this.fileFrom('AWS_CONFIG_FILE', 'config');
    }

    get credentialsFile(): string {
        return this.fileFrom('AWS_SHARED_CREDENTIALS_FILE', 'credentials');
    }

    get ssoCacheFolder(): string {
        return join(this.home, '.aws', 'sso', 'cache');
    }

    get loginCacheFolder(): string {
        const folder = this.variables.AWS_LOGIN_CACHE_DIRECTORY;
        return folder ? resolve(expandPath(folder, this.variables, this.home)) : join(homedir(), '.aws', 'login', 'cache');
    }

    get region(): string | undefined {
        return this.variables.AWS_REGION || this.variables.AWS_DEFAULT_REGION || undefined;
    }

    /** An empty variable counts as unset, as in the AWS CLI. */
    protected fileFrom(variable: string, name: string): string {
        const value = this.variables[variable];
        return value ? resolve(expandPath(value, this.variables, this.home)) : join(this.home, '.aws', name);
    }
}
