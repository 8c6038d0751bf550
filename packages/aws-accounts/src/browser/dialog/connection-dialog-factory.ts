import { DialogProps } from '@theia/core/lib/browser/dialogs';
import type { interfaces } from '@theia/core/shared/inversify';
import { ConnectionDialog } from './connection-dialog';
import { ConnectionDialogController } from './controller/connection-dialog-controller';
import { DialogSignIn } from './controller/dialog-sign-in';
import { ConnectionDialogOptions } from './choice/connection-dialog-options';
import { DialogChoice } from './choice/dialog-choice';
import { UnreadCaution } from './unread-caution';

/** Makes the one dialog of this product, for a question or for a sign-in. */
export const ConnectionDialogFactory = Symbol('ConnectionDialogFactory');
export type ConnectionDialogFactory = (options: ConnectionDialogOptions) => ConnectionDialog;

export function createConnectionDialogFactory({ container }: interfaces.Context): ConnectionDialogFactory {
    return options => {
        const child = container.createChild();
        child.bind(ConnectionDialogOptions).toConstantValue(options);
        child.bind(DialogProps).toConstantValue({ title: '', maxWidth: 720 });
        child.bind(DialogChoice).toSelf().inSingletonScope();
        child.bind(DialogSignIn).toSelf();
        child.bind(ConnectionDialogController).toSelf().inSingletonScope();
        child.bind(UnreadCaution).toSelf();
        child.bind(ConnectionDialog).toSelf();
        return child.get(ConnectionDialog);
    };
}
