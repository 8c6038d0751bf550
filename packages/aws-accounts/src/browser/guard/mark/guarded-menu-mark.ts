import type { BrowserMenuNodeFactory } from '@theia/core/lib/browser/menu/browser-menu-node-factory';
import { codicon } from '@theia/core/lib/browser/widgets/widget';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsRequirementRegistry } from '../declaration/aws-requirement-registry';

/**
 * Puts a lock before guarded commands in menus. They stay where they are and can be run; one that has an icon already keeps it. Looked up
 * when the menu is drawn, since declarations come and go. Electron's native menus draw no icons.
 */
export function markGuardedMenus({ container }: interfaces.Context, factory: BrowserMenuNodeFactory): BrowserMenuNodeFactory {
    const create = factory.createCommandMenu.bind(factory);
    factory.createCommandMenu = item => {
        const node = create(item);
        const inherited = Object.getPrototypeOf(node) as object;
        Object.defineProperty(node, 'icon', {
            get: () => (Reflect.get(inherited, 'icon', node) as string | undefined)
                ?? (container.get(AwsRequirementRegistry).isDeclared(item.commandId) ? codicon('lock') : undefined)
        });
        return node;
    };
    return factory;
}
