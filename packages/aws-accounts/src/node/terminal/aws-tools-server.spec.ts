import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { TerminalRecord } from '../../common/protocol/aws-tools-protocol';
import { AwsToolsServerImpl } from './aws-tools-server';

describe('What is remembered of terminals', () => {
    let server: AwsToolsServerImpl;

    beforeEach(() => server = new AwsToolsServerImpl());

    const record = (terminalId: number, value = 'eu-central-1'): TerminalRecord =>
        ({ terminalId, pinned: false, startedWith: { connectionId: 'profile:dev', variables: { AWS_REGION: value } } });

    // @threat endless-answers
    it('is as much as a person opens, however many a window tells of: the newest stay', async () => {
        for (let id = 0; id < 1500; id += 1) {
            await server.recordTerminal(record(id));
        }
        const ids = (await server.terminals()).map(({ terminalId }) => terminalId);
        expect([ids.length, ids[0], ids.at(-1)]).to.deep.equal([1000, 500, 1499]);
    });

    // @threat endless-answers
    it('is nothing that no terminal has', async () => {
        const failure = await server.recordTerminal(record(1, 'x'.repeat(100_000))).then(() => undefined, AwsFailure.of);
        expect(failure).to.include({ reason: 'invalidRequest' });
        expect(await server.terminals()).to.deep.equal([]);
    });
});
