import type { TabBarToolbarRegistry } from '@theia/core/lib/browser/shell/tab-bar-toolbar/tab-bar-toolbar-registry';
import type { TabBarToolbarItem } from '@theia/core/lib/browser/shell/tab-bar-toolbar/tab-toolbar-item';
import type { interfaces } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { AwsRequirementRegistry } from '../declaration/aws-requirement-registry';

/** Theia's item of a toolbar that names a command. */
interface ActionItem {
    readonly action?: { readonly command?: string };
}

/** Puts a small lock on guarded commands in toolbars, beside their icon or text. They stay where they are and can be pressed. */
export function markGuardedToolbars({ container }: interfaces.Context, toolbars: TabBarToolbarRegistry): TabBarToolbarRegistry {
    const register = toolbars.doRegisterItem.bind(toolbars);
    toolbars.doRegisterItem = item => {
        const { command } = (item as TabBarToolbarItem & ActionItem).action ?? {};
        if (command !== undefined) {
            const render = item.render.bind(item);
            item.render = widget => {
                const node = render(widget);
                // Looked up when it is drawn, since declarations come and go.
                return container.get(AwsRequirementRegistry).isDeclared(command) ? marked(node) : node;
            };
        }
        return register(item);
    };
    return toolbars;
}

function marked(node: React.ReactNode): React.ReactNode {
    return React.isValidElement<{ readonly className?: string }>(node)
        ? React.cloneElement(node, { className: `${node.props.className ?? ''} theia-aws-guarded` })
        : node;
}
