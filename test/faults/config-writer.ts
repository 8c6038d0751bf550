import 'reflect-metadata';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Container } from '@theia/core/shared/inversify';
import { AwsEnvironment } from 'theia-aws-accounts/lib/node/process/aws-environment';
import { Clock, SystemClock } from 'theia-aws-accounts/lib/node/process/clock';
import type { ConfigChange } from 'theia-aws-accounts/lib/node/shared-config/editor/config-change';
import { SharedConfigEditor } from 'theia-aws-accounts/lib/node/shared-config/editor/shared-config-editor';

// Edits the config file of a given home folder in a process of its own: it reports that it is ready, takes edits, and reports each one.

const [, , home] = process.argv;

function createEditor(): SharedConfigEditor {
    const aws = join(home, '.aws');
    const environment: AwsEnvironment = {
        host: hostname(), home, configFile: join(aws, 'config'), credentialsFile: join(aws, 'credentials'),
        ssoCacheFolder: join(aws, 'sso', 'cache'),
        loginCacheFolder: join(aws, 'login', 'cache'), region: undefined, variables: {}
    };
    const container = new Container();
    container.bind(Clock).to(SystemClock).inSingletonScope();
    container.bind(AwsEnvironment).toConstantValue(environment);
    container.bind(SharedConfigEditor).toSelf().inSingletonScope();
    return container.get(SharedConfigEditor);
}

async function make(edits: readonly (readonly ConfigChange[])[]): Promise<void> {
    const editor = createEditor();
    for (const [index, changes] of edits.entries()) {
        await editor.apply('config', changes);
        process.send?.({ made: index });
    }
    process.disconnect();
}

function fail(error: Error): void {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
}

// Not `once`: without a listener nothing would keep the process alive while it waits for the lock.
process.on('message', edits => {
    make(edits as ConfigChange[][]).catch(fail);
});
process.send?.('ready');
