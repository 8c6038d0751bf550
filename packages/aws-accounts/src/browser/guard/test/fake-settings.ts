import { Emitter, Event } from '@theia/core/lib/common/event';
import { AwsAccountsPreferences } from '../../../common/sign-in/aws-accounts-preferences';

export interface SettingsValues {
    readonly globalValue?: unknown;
    readonly workspaceValue?: unknown;
    readonly workspaceFolderValue?: unknown;
}

const ROOT = 'file:///work';

/** The setting that declares requirements, and the workspace with one folder that it may be in. */
export class FakeSettings {

    values: SettingsValues = {};
    ready: Promise<void> = Promise.resolve();
    readonly workspaces = { onWorkspaceChanged: Event.None, tryGetRoots: () => [{ resource: { toString: () => ROOT } }] };

    protected readonly changed = new Emitter<{ readonly preferenceName: string }>();
    readonly onPreferenceChanged = this.changed.event;

    inspect(_name: string, resource?: string): SettingsValues {
        return { ...this.values, workspaceFolderValue: resource === ROOT ? this.values.workspaceFolderValue : undefined };
    }

    change(values: SettingsValues): void {
        this.values = values;
        this.changed.fire({ preferenceName: AwsAccountsPreferences.REQUIREMENTS });
    }
}
