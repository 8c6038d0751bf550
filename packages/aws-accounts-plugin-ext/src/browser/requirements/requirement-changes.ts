import { Emitter } from '@theia/core/lib/common/event';
import { injectable, interfaces } from '@theia/core/shared/inversify';
import { AwsRequirementRegistry } from 'theia-aws-accounts/lib/browser';

/** Tells plugin hosts, which remember what they asked, that somebody has declared something. */
@injectable()
export class RequirementChanges {

    protected readonly changed = new Emitter<void>();
    readonly onDidChange = this.changed.event;

    notify(): void {
        this.changed.fire();
    }
}

/** Called by the container when the registry is made. A declaration that is taken back makes nobody less safe, so it need not be told. */
export function announceRequirements({ container }: interfaces.Context, registry: AwsRequirementRegistry): AwsRequirementRegistry {
    const register = registry.register.bind(registry);
    const changes = container.get(RequirementChanges);
    registry.register = (...declaration) => {
        const registered = register(...declaration);
        changes.notify();
        return registered;
    };
    return registry;
}
