import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { ILogger } from '@theia/core/lib/common/logger';
import { Container } from '@theia/core/shared/inversify';
import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';
import type { ShellStart, StartUpFinding, TerminalRecord } from '../../common/protocol/aws-tools-protocol';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
import { TerminalRecords } from '../terminal/terminal-records';
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
    let records: TerminalRecord[];
    let terminalId: number | undefined;
    let startUp: TaskStartUp;

    beforeEach(() => {
        asked = [];
        warnings = [];
        records = [];
        terminalId = 7;
        const container = new Container();
        const startUpChanges = async (start: ShellStart): Promise<StartUpFinding> => (asked.push(start), finding);
        container.bind<object>(AwsToolsServerProxy).toConstantValue({ startUpChanges });
        container.bind<object>(LiteralMessages).toConstantValue({ warn: async (text: string) => void warnings.push(text) });
        container.bind<object>(TerminalRecords).toConstantValue({ add: async (record: TerminalRecord) => void records.push(record) });
        container.bind<object>(ILogger).toConstantValue({});
        startUp = container.resolve(TaskStartUp);
    });

    const check = (task: Partial<TaskConfiguration> = {}): Promise<void> =>
        startUp.check(
            { ...TASK, ...task }, { connectionId: 'profile:dev', variables: VARIABLES },
            Promise.resolve({ terminalId: terminalId === undefined ? undefined : terminalId++ })
        );

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

    it('is a mark at its terminal, without a message, where it could not be checked', async () => {
        finding = { kind: 'unchecked', shell: 'nu' };
        await check();
        await check();
        expect(warnings).to.deep.equal([]);
        expect(records).to.deep.equal([7, 8].map(terminalId => ({
            terminalId, startedWith: { connectionId: 'profile:dev', variables: VARIABLES }, pinned: false, startUp: finding
        })));
    });

    it('is nothing at all where it could not be checked, and the task has no terminal', async () => {
        finding = { kind: 'unchecked', shell: 'nu' };
        terminalId = undefined;
        await check();
        expect([warnings, records]).to.deep.equal([[], []]);
    });

    it('is not asked for a task without a shell, nor for one that is somebody else by itself', async () => {
        await check({ type: 'process' });
        await check({ options: { env: { AWS_PROFILE: 'theirs' } } });
        expect(asked).to.deep.equal([]);
    });
});
