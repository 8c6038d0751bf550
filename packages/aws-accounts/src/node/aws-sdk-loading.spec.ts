import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';

describe('Serving the first window', () => {

    it('loads no AWS SDK: who does not turn to AWS does not pay for it', async function () {
        this.timeout(20_000);
        const child = fork(join(__dirname, 'test', 'modules-after-attach.js'));
        const [{ connections, modules }] = await once(child, 'message') as [{ connections: number; modules: string[] }];
        expect(connections).to.equal(3);
        expect(modules.filter(name => /node_modules\/@(aws-sdk|smithy)\//.test(name))).to.deep.equal([]);
    });
});
