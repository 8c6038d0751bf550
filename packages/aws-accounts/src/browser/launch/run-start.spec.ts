import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { Container } from '@theia/core/shared/inversify';
import type { DebugConfiguration } from '@theia/debug/lib/common/debug-configuration';
import type { DebugService } from '@theia/debug/lib/common/debug-service';
import type { TaskConfiguration, TaskServer } from '@theia/task/lib/common/task-protocol';
import type { ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { ActiveProfileVariables } from '../terminal/active-profile-variables';
import { OptionalServices } from './optional-services';
import { bindRuns } from './run-bindings';

const DEV: ToolVariables = { connectionId: 'profile:dev', variables: { AWS_PROFILE: 'dev' } };
disableJSDOM();

describe('what this window runs', () => {

    let container: Container;
    let given: unknown[];
    let active: { getOrWarn(): Promise<ToolVariables | undefined> };

    beforeEach(() => {
        given = [];
        active = { getOrWarn: async () => DEV };
        container = new Container();
        container.bind(ActiveProfileVariables).toConstantValue(active as unknown as ActiveProfileVariables);
        bindRuns(container.bind.bind(container), container.onActivation.bind(container));
    });

    function tasks(): TaskServer {
        const identifier = OptionalServices.taskServer();
        if (identifier === undefined) {
            throw new Error('There is a package for tasks here.');
        }
        container.bind(identifier).toConstantValue({
            run: async (...args: unknown[]) => (given = args, { taskId: 1 }), getRegisteredTaskTypes: async () => ['shell']
        } as unknown as TaskServer);
        return container.get(identifier);
    }

    function debug(): DebugService {
        const identifier = OptionalServices.debugService();
        if (identifier === undefined) {
            throw new Error('There is a package for debuggers here.');
        }
        container.bind(identifier).toConstantValue({
            resolveDebugConfigurationWithSubstitutedVariables: async (...args: unknown[]) => ((given = args), args[0]),
            getSchemaAttributes: async (type: string) => (type === 'native' ? [{ properties: { environment: {} } }, {}] : []),
            debugTypes: async () => ['node']
        } as unknown as DebugService);
        return container.get(identifier);
    }

    const TASK: TaskConfiguration = { label: 'deploy', type: 'process', _scope: 'file:///w' };
    const LAUNCH: DebugConfiguration = { type: 'node', name: 'Launch', request: 'launch' };

    it('as a task gets the profile in use, with all that belongs to it', async () => {
        expect(await tasks().run(TASK, 'context', { customization: undefined })).to.deep.equal({ taskId: 1 });
        expect(given).to.deep.equal([{ ...TASK, options: { env: DEV.variables } }, 'context', { customization: undefined }]);
    });

    it('as a task is as it was when there is no profile to give', async () => {
        active.getOrWarn = async () => undefined;
        await tasks().run(TASK);
        expect(given[0]).to.equal(TASK);
    });

    it('as a task of an extension is as it was', async () => {
        const custom = { ...TASK, executionType: 'customExecution' } as unknown as TaskConfiguration;
        await tasks().run(custom);
        expect(given[0]).to.equal(custom);
    });

    it('as a debug session gets the profile in use, in the form that its type takes', async () => {
        const service = debug();
        expect(await service.resolveDebugConfigurationWithSubstitutedVariables(LAUNCH, 'file:///w')).to.deep.equal({
            ...LAUNCH,
            env: DEV.variables
        });
        expect(given[1]).to.equal('file:///w');
        await service.resolveDebugConfigurationWithSubstitutedVariables({ ...LAUNCH, type: 'native' }, undefined);
        expect(given[0]).to.deep.equal({ ...LAUNCH, type: 'native', environment: [{ name: 'AWS_PROFILE', value: 'dev' }] });
    });

    it('as a debug session is as it was when there is no profile to give, or when it attaches', async () => {
        const service = debug();
        const attach = { ...LAUNCH, request: 'attach' };
        expect(await service.resolveDebugConfigurationWithSubstitutedVariables(attach, undefined)).to.equal(attach);
        active.getOrWarn = async () => undefined;
        expect(await service.resolveDebugConfigurationWithSubstitutedVariables(LAUNCH, undefined)).to.equal(LAUNCH);
    });

    it('and everything else of tasks and debuggers is untouched', async () => {
        expect([await tasks().getRegisteredTaskTypes(), await debug().debugTypes()]).to.deep.equal([['shell'], ['node']]);
    });
});
