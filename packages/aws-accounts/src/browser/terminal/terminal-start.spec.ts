import { expect } from 'chai';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import type { IShellTerminalServerOptions } from '@theia/terminal/lib/common/shell-terminal-protocol';
import type { TerminalRecord, ToolEnvironment } from '../../common/aws-tools-protocol';
import { ActiveEnvironment } from './active-environment';
import { TerminalRecords } from './terminal-records';
import { TerminalStart } from './terminal-start';

const DEV: ToolEnvironment = { connectionId: 'profile:dev', variables: { AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1' } };
const OPS: ToolEnvironment = { connectionId: 'profile:ops', variables: { AWS_PROFILE: 'ops' } };

describe('how a terminal of this window starts', () => {

    let active: { isWanted: boolean; getOrWarn(): Promise<ToolEnvironment | undefined> };
    let records: TerminalRecord[];
    let starts: TerminalStart;

    beforeEach(() => {
        active = { isWanted: true, getOrWarn: async () => DEV };
        records = [];
        const container = new Container();
        container.bind(ActiveEnvironment).toConstantValue(active as unknown as ActiveEnvironment);
        container
            .bind(TerminalRecords)
            .toConstantValue({ add: async (record: TerminalRecord) => void records.push(record) } as unknown as TerminalRecords);
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
        expect(records).to.deep.equal([{ terminalId: 7, environment: DEV, pinned: false }]);
    });

    it('with a profile of its own, wanted or not', async () => {
        active.isWanted = false;
        expect(await envOf({ env: starts.pin(OPS) })).to.deep.equal(OPS.variables);
        expect(records).to.deep.equal([{ terminalId: 7, environment: OPS, pinned: true }]);
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
        expect(records).to.deep.equal([{ terminalId: 7, environment: undefined, pinned: false }]);
    });

    it('and is not remembered when it could not be started', async () => {
        await envOf({}, -1);
        expect(records).to.deep.equal([]);
    });
});
