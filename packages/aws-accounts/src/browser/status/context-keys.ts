import { ContextKey, ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { AwsAccountsSnapshot } from '../../common/aws-accounts-snapshot';
import type { TokenConnection } from '../../common/aws-connection';
import { AwsRequirement } from '../../common/aws-requirement';
import { LiveSnapshot } from './live-snapshot';

export interface ContextValues {
    readonly awsIamProfileActive: boolean;
    readonly awsCodeWhispererConnected: boolean;
    /** The method of the connection that CodeWhisperer has, whatever its state. */
    readonly awsCodeWhispererMethod: TokenConnection['kind'] | '';
}

/** What `when` clauses see at `now` (epoch ms). Active and connected mean that a guarded command would run without a question. */
export function contextValues(snapshot: AwsAccountsSnapshot | undefined, now: number): ContextValues {
    const satisfied = (requirement: AwsRequirement): boolean =>
        snapshot !== undefined && AwsRequirement.check(requirement, snapshot, now).kind === 'satisfied';
    const method = snapshot && AwsAccountsSnapshot.inUse(snapshot, 'codeWhisperer')?.connection.kind;
    return {
        awsIamProfileActive: satisfied({ kind: 'iam' }),
        awsCodeWhispererConnected: satisfied(snapshot?.codeWhispererHost ? { kind: 'iam' } : { kind: 'token', scopes: [] }),
        awsCodeWhispererMethod: method === undefined || method === 'iamProfile' ? '' : method
    };
}

/** Keeps the context keys in step with what is connected. */
@injectable()
export class AwsContextKeys implements FrontendApplicationContribution {

    @inject(ContextKeyService) protected readonly contextKeys: ContextKeyService;
    @inject(LiveSnapshot) protected readonly live: LiveSnapshot;

    protected iamProfileActive: ContextKey<boolean>;
    protected codeWhispererConnected: ContextKey<boolean>;
    protected codeWhispererMethod: ContextKey<string>;

    @postConstruct()
    protected init(): void {
        this.iamProfileActive = this.contextKeys.createKey('awsIamProfileActive', false);
        this.codeWhispererConnected = this.contextKeys.createKey('awsCodeWhispererConnected', false);
        this.codeWhispererMethod = this.contextKeys.createKey('awsCodeWhispererMethod', '');
    }

    onStart(): void {
        this.live.onDidChange(() => this.update());
        this.update();
    }

    protected update(): void {
        const values = contextValues(this.live.snapshot, this.live.now);
        this.iamProfileActive.set(values.awsIamProfileActive);
        this.codeWhispererConnected.set(values.awsCodeWhispererConnected);
        this.codeWhispererMethod.set(values.awsCodeWhispererMethod);
    }
}
