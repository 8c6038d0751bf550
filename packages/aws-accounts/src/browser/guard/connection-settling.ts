import { CancellationToken, CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { nls } from '@theia/core/lib/common/nls';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../common/requirement/aws-verdict';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { connectionInText } from '../wording';
import { GuardCancelled } from './guard-errors';
import { LiteralMessages } from '../literal/literal-messages';
import { askingText } from '../wording/text/progress-wording';

/** Turns "not known yet" into an answer: waits for the backend, or has it ask AWS, with progress and a way to call it off. */
@injectable()
export class ConnectionSettling {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    protected readonly running = new Map<string, Promise<void>>();

    /** The verdict once it is known. Still `pending`: the connection could not be reached. @throws GuardCancelled */
    async settle(requirement: AwsRequirement): Promise<AwsVerdict> {
        if (!this.model.live) {
            const text = nls.localize('theia/aws-accounts/guard/waiting', 'Waiting for AWS Accounts...');
            await this.shared('live', () => this.cancellable(text, token => this.becomesLive(token)));
        }
        for (const { connection } of this.pending(requirement)) {
            const text = askingText(connectionInText(connection));
            await this.shared(connection.id, () => this.cancellable(text, token => this.connect(connection.id, token)));
            if (this.model.check(requirement).kind === 'satisfied') {
                break;
            }
        }
        return this.model.check(requirement);
    }

    /** The same without a person: nothing is shown, and a backend that is away is not waited for. */
    async settleQuietly(requirement: AwsRequirement): Promise<void> {
        for (const { connection } of this.pending(requirement)) {
            await this.connect(connection.id, CancellationToken.None);
        }
    }

    /** The connections that have to be asked; none, if what there is will do. */
    protected pending(requirement: AwsRequirement): ConnectionEntry[] {
        if (this.model.check(requirement).kind === 'satisfied') {
            return [];
        }
        return AwsRequirement.alternatives(this.model.onPlatform(requirement))
            .map(alternative => this.model.check(alternative))
            .flatMap(verdict => verdict.kind === 'pending' ? [verdict.entry] : []);
    }

    /** All callers that wait for the same thing share one notification. */
    protected shared(key: string, act: () => Promise<void>): Promise<void> {
        const running = this.running.get(key) ?? act().finally(() => this.running.delete(key));
        this.running.set(key, running);
        return running;
    }

    /**
     * Not every line that is lost breaks the calls on it: where Theia keeps the connection for a while, a reply can be lost, and nobody
     * would ever know.
     */
    protected async connect(connectionId: AwsConnectionId, token: CancellationToken): Promise<void> {
        const lost = new Deferred<never>();
        const listener = this.model.onDidChange(() => this.model.live || lost.reject(new Error('The line to the backend was lost.')));
        try {
            this.model.accept(await Promise.race([this.server.connect(connectionId, token), lost.promise]));
        } finally {
            listener.dispose();
        }
    }

    protected becomesLive(token: CancellationToken): Promise<void> {
        return new Promise(resolve => {
            const listener = this.model.onDidChange(() => {
                if (this.model.live) {
                    listener.dispose();
                    resolve();
                }
            });
            token.onCancellationRequested(() => listener.dispose());
        });
    }

    protected async cancellable(text: string, act: (token: CancellationToken) => Promise<void>): Promise<void> {
        const source = new CancellationTokenSource();
        const cancelled = new Promise<never>((_resolve, reject) =>
            source.token.onCancellationRequested(() => reject(new GuardCancelled()))
        );
        const progress = this.messages.showProgress({ text, options: { cancelable: true } }, () => source.cancel());
        try {
            await Promise.race([act(source.token), cancelled]);
        } finally {
            await progress.then(shown => shown.cancel());
        }
    }
}
