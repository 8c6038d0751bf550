import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { MessageService } from '@theia/core/lib/common/message-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsServer } from '../../common/aws-accounts-protocol';
import type { ConnectionEntry } from '../../common/aws-accounts-snapshot';
import { AwsRequirement, AwsVerdict } from '../../common/aws-requirement';
import { AwsAccountsModel } from '../aws-accounts-model';
import { AwsAccountsServerProxy } from '../aws-accounts-server-proxy';
import { connectionName } from '../wording';
import { GuardCancelled } from './guard-cancelled';

/** Turns "not known yet" into an answer: waits for the backend, or has it ask AWS, with progress and a way to call it off. */
@injectable()
export class ConnectionSettling {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(MessageService) protected readonly messages: MessageService;

    /** The verdict once it is known. Still `pending`: the connection could not be reached. @throws GuardCancelled */
    async settle(requirement: AwsRequirement): Promise<AwsVerdict> {
        if (!this.model.live) {
            await this.cancellable(nls.localize('theia/aws-accounts/guard/waiting', 'Waiting for AWS Accounts...'), () => this.becomesLive());
        }
        const verdict = this.model.check(requirement);
        if (verdict.kind !== 'pending') {
            return verdict;
        }
        await this.connect(verdict.entry);
        return this.model.check(requirement);
    }

    protected connect({ connection }: ConnectionEntry): Promise<void> {
        const text = nls.localize('theia/aws-accounts/guard/connecting', 'Asking AWS who {0} is...', connectionName(connection));
        return this.cancellable(text, async source => this.model.accept(await this.server.connect(connection.id, source.token)));
    }

    protected becomesLive(): Promise<void> {
        return new Promise(resolve => {
            const listener = this.model.onDidChange(() => {
                if (this.model.live) {
                    listener.dispose();
                    resolve();
                }
            });
        });
    }

    protected async cancellable(text: string, act: (source: CancellationTokenSource) => Promise<void>): Promise<void> {
        const source = new CancellationTokenSource();
        const cancelled = new Promise<never>((_resolve, reject) => source.token.onCancellationRequested(() => reject(new GuardCancelled())));
        const progress = this.messages.showProgress({ text, options: { cancelable: true } }, () => source.cancel());
        try {
            await Promise.race([act(source), cancelled]);
        } finally {
            await progress.then(shown => shown.cancel());
        }
    }
}
