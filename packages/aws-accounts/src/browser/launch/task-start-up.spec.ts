import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { ILogger } from '@theia/core/lib/common/logger';
import { Container } from '@theia/core/shared/inversify';
import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';
import type { ShellStart, StartUpFinding } from '../../common/protocol/aws-tools-protocol';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
import { TaskStartUp } from './task-start-up';
disableJSDOM();

const VARIABLES = { AWS_PROFILE: 'dev' };
const TASK: TaskConfiguration = {
    label: 'deploy', type: 'shell', _scope: 'file:///workspace', command: 'make', options: { env: VARIABLES }
};

describe('what the start-up files of a shell make of a task', () => {

    let finding: StartUpFinding;
    let asked: ShellStart[];
    let warnings: string[];
    let startUp: TaskStartUp;

    beforeEach(() => {
        asked = [];
        warnings = [];
        const container = new Container();
        const startUpChanges = async (start: ShellStart): Promise<StartUpFinding> => (asked.push(start), finding);
        container.bind<object>(AwsToolsServerProxy).toConstantValue({ startUpChanges });
        container.bind<object>(LiteralMessages).toConstantValue({ warn: async (text: string) => void warnings.push(text) });
        container.bind<object>(ILogger).toConstantValue({});
        startUp = container.resolve(TaskStartUp);
    });

    const check = (task: Partial<TaskConfiguration> = {}): Promise<void> =>
        startUp.check({ ...TASK, ...task }, { connectionId: 'profile:dev', variables: VARIABLES });

    it('is told by the names of the variables, once for each', async () => {
        for (const changed of [['AWS_PROFILE'], ['AWS_PROFILE'], ['AWS_CONFIG_FILE']]) {
            finding = { kind: 'checked', changed };
            await check();
        }
        expect(warnings).to.deep.equal(['AWS_PROFILE', 'AWS_CONFIG_FILE'].map(name =>
            `Start-up files of the shell changed ${name}: tasks act as somebody else than the profile in use.`));
    });

    it('is nothing to tell where they change nothing', async () => {
        finding = { kind: 'checked', changed: [] };
        await check();
        expect(warnings).to.deep.equal([]);
    });

    it('is told as unknown where it could not be checked, once for each shell', async () => {
        for (const shell of ['pwsh', 'pwsh', 'nu']) {
            finding = { kind: 'unchecked', shell };
            await check();
        }
        expect(warnings).to.deep.equal(['pwsh', 'nu'].map(shell =>
            `It could not be checked whether start-up files of the shell ${shell} make somebody else of tasks than the profile in use.`));
    });

    it('is not asked for a task without a shell, nor for one that is somebody else by itself', async () => {
        await check({ type: 'process' });
        await check({ options: { env: { AWS_PROFILE: 'theirs' } } });
        expect(asked).to.deep.equal([]);
    });
});
