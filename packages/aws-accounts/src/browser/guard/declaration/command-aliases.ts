import { Disposable } from '@theia/core/lib/common/disposable';

/** Part of Theia's registry of commands, present from 1.75 on. */
interface AliasingRegistry {
    registerAlias(aliasId: string, targetId: string): Disposable;
    /** @returns the other ids by which `commandId` is known to those who listen for commands */
    getAliases(commandId: string): readonly string[];
}

/**
 * The other ids of a command. A declaration on an alias means what the alias does, which is to run its target: so it holds for that, too.
 * On a Theia without aliases each command has its own id alone.
 */
export class CommandAliases {

    protected registry: AliasingRegistry | undefined;

    /** @param onDidChange is called when an alias has come or gone */
    constructor(protected readonly onDidChange: () => void) { }

    /** Reads the aliases of this registry from now on. */
    follow(registry: object): void {
        if (!isAliasing(registry)) {
            return;
        }
        this.registry = registry;
        this.onDidChange();
        const register = registry.registerAlias;
        registry.registerAlias = (aliasId, targetId) => {
            const registered = register.call(registry, aliasId, targetId);
            this.onDidChange();
            return Disposable.create(() => {
                registered.dispose();
                this.onDidChange();
            });
        };
    }

    /** @returns `commandId`, its aliases and theirs */
    idsOf(commandId: string): readonly string[] {
        const { registry } = this;
        if (registry === undefined) {
            return [commandId];
        }
        const ids = new Set([commandId]);
        // A set gives what is added to it while it is walked through, each once: so a circle of aliases ends.
        for (const id of ids) {
            registry.getAliases(id).forEach(alias => ids.add(alias));
        }
        return [...ids];
    }
}

function isAliasing(registry: object): registry is AliasingRegistry {
    const { registerAlias, getAliases } = registry as Partial<AliasingRegistry>;
    return typeof registerAlias === 'function' && typeof getAliases === 'function';
}
