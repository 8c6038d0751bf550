import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import type { IShellTerminalServerOptions } from '@theia/terminal/lib/common/shell-terminal-protocol';
import type { TerminalRecord, ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { WorkspaceTrust } from '../trust/workspace-trust';
import { ActiveProfileVariables } from './active-profile-variables';
import { OwnShell } from './own-shell';
import { TerminalRecords } from './terminal-records';
import { TerminalStart } from './terminal-start';

const DEV: ToolVariables = { connectionId: 'profile:dev', variables: { AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1' } };
const OPS: ToolVariables = { connectionId: 'profile:ops', variables: { AWS_PROFILE: 'ops' } };
disableJSDOM();

describe('how a terminal of this window starts', () => {

    let active: { isWanted: boolean; getOrWarn(): Promise<ToolVariables | undefined> };
    let records: TerminalRecord[];
    let starts: TerminalStart;
    let trust: { trusted: boolean | undefined };
    let own: { [name: string]: unknown };

    beforeEach(() => {
        active = { isWanted: true, getOrWarn: async () => DEV };
        records = [];
        own = {};
        const container = new Container();
        container.bind(ActiveProfileVariables).toConstantValue(active as unknown as ActiveProfileVariables);
        container
            .bind(TerminalRecords)
            .toConstantValue({ add: async (record: TerminalRecord) => void records.push(record) } as unknown as TerminalRecords);
        container.bind(OwnShell).toSelf();
        container.bind<object>(WorkspaceTrust).toConstantValue(trust = { trusted: true });
        container.bind<object>(PreferenceService)
            .toConstantValue({ inspect: (name: string) => ({ globalValue: own[name], workspaceValue: '/evil' }) });
        container.bind(ILogger).to(MockLogger);
        starts = container.resolve(TerminalStart);
    });

    async function envOf(options: IShellTerminalServerOptions, terminalId = 7): Promise<IShellTerminalServerOptions['env']> {
        let passedOn: IShellTerminalServerOptions = {};
        expect(await starts.start(options, async given => (passedOn = given, terminalId))).to.equal(terminalId);
        return passedOn.env;
    }

    it('with the profile in use, and remembers that', async () => {
        expect(await envOf({ env: { LANG: 'C' } })).to.deep.equal({ ...DEV.variables, LANG: 'C' });
        expect(records).to.deep.equal([{ terminalId: 7, startedWith: DEV, pinned: false }]);
    });

    it('with a profile of its own, wanted or not', async () => {
        active.isWanted = false;
        expect(await envOf({ env: starts.pin(OPS) })).to.deep.equal(OPS.variables);
        expect(records).to.deep.equal([{ terminalId: 7, startedWith: OPS, pinned: true }]);
    });

    async function shellOf(env: { [name: string]: string }): Promise<unknown[]> {
        let passedOn: IShellTerminalServerOptions = {};
        await starts.start({ env, shell: '/workspace/evil.sh', args: ['--steal'] }, async given => (passedOn = given, 7));
        return [passedOn.shell, passedOn.args];
    }

    for (const trusted of [false, undefined]) {
        // @threat workspace-shell
        it(`for a profile without what a workspace says that is ${trusted === false ? 'not trusted' : 'not known to be trusted'}`, async () => {
            trust.trusted = trusted;
            expect(await shellOf(starts.pin(OPS))).to.deep.equal([undefined, undefined]);
            expect(await shellOf(starts.leaveAlone())).to.deep.equal([undefined, undefined]);
            for (const system of ['linux', 'osx', 'windows']) {
                own[`terminal.integrated.shell.${system}`] = '/bin/zsh';
                own[`terminal.integrated.shellArgs.${system}`] = ['-l'];
            }
            expect(await shellOf(starts.pin(OPS))).to.deep.equal(['/bin/zsh', ['-l']]);
        });
    }

    it('for a profile as a trusted workspace says', async () => {
        expect(await shellOf(starts.pin(OPS))).to.deep.equal(['/workspace/evil.sh', ['--steal']]);
    });

    const leftAlone: readonly (readonly [string, IShellTerminalServerOptions])[] = [
        ['an environment of exactly what was given', { strictEnv: true, env: { LANG: 'C' } }],
        ['no process behind it', { isPseudo: true }],
        ['a profile that somebody else chose', { env: { AWS_PROFILE: 'theirs' } }],
        ['keys that somebody else gave', { env: { AWS_ACCESS_KEY_ID: 'AKIA' } }]
    ];
    for (const [sentence, options] of leftAlone) {
        it(`as it is with ${sentence}`, async () => {
            expect(await envOf(options)).to.equal(options.env);
            expect(records).to.deep.equal([]);
        });
    }

    it('as it is when it was opened for a command that reads the files themselves', async () => {
        expect(await envOf({ env: starts.leaveAlone() })).to.deep.equal({});
        expect(records).to.deep.equal([]);
    });

    it('as it is when the person does not want it', async () => {
        active.isWanted = false;
        expect(await envOf({})).to.equal(undefined);
        expect(records).to.deep.equal([]);
    });

    it('without a profile when there is none, and remembers that', async () => {
        active.getOrWarn = async () => undefined;
        expect(await envOf({})).to.deep.equal({});
        expect(records).to.deep.equal([{ terminalId: 7, startedWith: undefined, pinned: false }]);
    });

    it('and is not remembered when it could not be started', async () => {
        await envOf({}, -1);
        expect(records).to.deep.equal([]);
    });
});
