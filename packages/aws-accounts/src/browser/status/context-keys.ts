import { ContextKey, ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import { TokenMethod } from '../../common/token-service/token-service';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { LiveSnapshot } from './live-snapshot';

/** Values by context key: `awsIamProfileActive`, and for each token service `aws<Id>Connected` and `aws<Id>Method`. */
interface ContextValues {
    readonly [key: string]: boolean | string;
}

/**
 * Values for `when` at `now` (epoch ms). Active and connected mean that a guarded command would run without a question; the method is
 * that of the connection that a token service has, whatever its state.
 *
 * @param services those of the product, whose keys are there before the backend has answered
 */
export function contextValues(snapshot: AwsAccountsSnapshot | undefined, now: number, services: TokenServices): ContextValues {
    const satisfied = (requirement: AwsRequirement): boolean =>
        snapshot !== undefined && AwsRequirement.check(requirement, snapshot, now).kind === 'satisfied';
    const ofServices = services.flatMap(({ id }): (readonly [key: string, value: boolean | string])[] => [
        [`aws${TokenServices.inName(id)}Connected`, satisfied({ kind: 'token', service: id, scopes: [] })],
        [`aws${TokenServices.inName(id)}Method`, methodOf(snapshot && AwsAccountsSnapshot.inUse(snapshot, id))]
    ]);
    return { awsIamProfileActive: satisfied({ kind: 'iam' }), ...Object.fromEntries(ofServices) };
}

function methodOf(entry: ConnectionEntry | undefined): TokenMethod | '' {
    return entry === undefined || entry.connection.kind === 'iamProfile' ? '' : entry.connection.kind;
}

/** Keeps the context keys in step with what is connected. */
@injectable()
export class AwsContextKeys implements FrontendApplicationContribution {

    @inject(ContextKeyService) protected readonly contextKeys: ContextKeyService;
    @inject(LiveSnapshot) protected readonly live: LiveSnapshot;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    protected readonly keys = new Map<string, ContextKey<boolean | string>>();

    @postConstruct()
    protected init(): void {
        for (const [key, value] of Object.entries(this.values())) {
            this.keys.set(key, this.contextKeys.createKey(key, value));
        }
    }

    onStart(): void {
        this.live.onDidChange(() => this.update());
        this.update();
    }

    protected update(): void {
        for (const [key, value] of Object.entries(this.values())) {
            this.keys.get(key)?.set(value);
        }
    }

    protected values(): ContextValues {
        return contextValues(this.live.snapshot, this.live.now, this.services);
    }
}
