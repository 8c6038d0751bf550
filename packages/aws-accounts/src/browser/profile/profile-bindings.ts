import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { ProfileCommands, ProfileDialogFactory } from './profile-commands';
import { ProfileDialog, ProfileDialogOptions } from './profile-dialog';
import { ProfileForm } from './profile-form';

/** Adding, editing and removing profiles of the shared config files. */
export function bindProfiles(bind: interfaces.Bind): void {
    bind(ProfileDialogFactory).toDynamicValue(createProfileDialogFactory).inSingletonScope();
    bind(ProfileCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(ProfileCommands);
}

function createProfileDialogFactory({ container }: interfaces.Context): ProfileDialogFactory {
    return options => {
        const child = container.createChild();
        child.bind(DialogProps).toConstantValue({ title: '', maxWidth: 720 });
        child.bind(ProfileDialogOptions).toConstantValue(options);
        child.bind(ProfileForm).toSelf().inSingletonScope();
        child.bind(ProfileDialog).toSelf();
        return child.get(ProfileDialog);
    };
}
