import type { Socket } from 'node:net';
import { RpcProxyFactory } from '@theia/core/lib/common/messaging/proxy-factory';
import type { AwsAccountsClient, AwsAccountsRemote } from 'theia-aws-accounts/lib/common/protocol/aws-accounts-protocol';
import { AccountsReplica } from 'theia-aws-accounts/lib/common/snapshot/accounts-replica';
import type { AwsAccountsSnapshot } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-snapshot';
import type { AwsAccountsStatus } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-status';
import { Shown, shows } from './shown';
import { SocketChannel } from './socket-channel';

/** One window as the backend meets it: Theia's RPC over a socket of its own. */
export class SocketWindow {

    messages = 0;
    shown: AwsAccountsSnapshot | undefined;
    readonly remote: AwsAccountsRemote;
    protected readonly replica: AccountsReplica;
    protected waiting: (() => void)[] = [];

    constructor(protected readonly socket: Socket) {
        const client: Pick<AwsAccountsClient, 'notifyStatus'> = { notifyStatus: status => this.hear(status) };
        const factory = new RpcProxyFactory<AwsAccountsRemote>(client);
        factory.listen(new SocketChannel(socket));
        this.remote = factory.createProxy();
        this.replica = new AccountsReplica((digest, piece) => this.remote.catalogue(digest, piece));
    }

    get bytes(): number {
        return this.socket.bytesRead;
    }

    async attach(): Promise<void> {
        this.shown = await this.replica.restart(await this.remote.attach('file:///workspace'));
    }

    /** Resolves when the window shows it. */
    async until(shown: Shown): Promise<void> {
        while (this.shown === undefined || !shows(this.shown, shown)) {
            await new Promise<void>(resolve => this.waiting.push(resolve));
        }
    }

    protected hear(status: AwsAccountsStatus): void {
        this.messages += 1;
        void this.replica.take(status).then(snapshot => {
            this.shown = snapshot;
            this.waiting.splice(0).forEach(resolve => resolve());
        });
    }
}
