import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { AwsAccountsPreferences } from '../../../common/aws-accounts-preferences';
import { AwsRequirementContribution, AwsRequirementRegistry } from './aws-requirement-registry';
import { DeclarationReport } from './declaration-report';

/**
 * Declares what settings say. User, workspace and folders are read one by one and add up: a value that overrides another one would take
 * away what that declares, and a workspace can only add. A setting may mean any command, so until settings have been read all of them wait;
 * Theia reads them before it shows anything.
 */
@injectable()
export class SettingsRequirements implements FrontendApplicationContribution, AwsRequirementContribution {

    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(WorkspaceService) protected readonly workspaces: WorkspaceService;
    @inject(AwsRequirementRegistry) protected readonly registry: AwsRequirementRegistry;
    @inject(DeclarationReport) protected readonly report: DeclarationReport;

    protected declared: Disposable = Disposable.NULL;
    protected known = '';
    protected started: Promise<void> | undefined;

    /**
     * Returns no promise: Theia starts one contribution after the other, and settings are read through the file system of VS Code
     * extensions, which a contribution may provide that starts after this one. Commands wait by themselves.
     */
    onStart(): void {
        this.begin();
    }

    /** At the first command, which may come before the start. */
    registerRequirements(): void {
        this.begin();
    }

    protected begin(): void {
        this.start().catch(error => this.report.settingsUnreadable(error));
    }

    protected start(): Promise<void> {
        return this.started ??= this.readAndFollow();
    }

    protected async readAndFollow(): Promise<void> {
        const awaited = this.registry.announce({ concerns: () => true, ready: () => this.start() });
        await this.preferences.ready;
        this.declare();
        awaited.dispose();
        this.preferences.onPreferenceChanged(
            ({ preferenceName }) => preferenceName === AwsAccountsPreferences.REQUIREMENTS && this.declare()
        );
        this.workspaces.onWorkspaceChanged(() => this.declare());
    }

    protected declare(): void {
        const values = this.values();
        const text = JSON.stringify(values);
        if (text === this.known) {
            return;
        }
        this.known = text;
        const before = this.declared;
        const report = (problem: string): void => this.report.settingBroken(problem);
        this.declared = new DisposableCollection(...values.map(({ value, origin }) => this.registry.registerJson(value, origin, report)));
        // Last, so that no command is unguarded in between.
        before.dispose();
    }

    protected values(): { readonly value: unknown; readonly origin: string }[] {
        const name = AwsAccountsPreferences.REQUIREMENTS;
        const found = this.preferences.inspect(name);
        const folders = this.workspaces.tryGetRoots().map(({ resource }) => ({
            origin: `the settings of ${resource.toString()}`,
            value: this.preferences.inspect(name, resource.toString())?.workspaceFolderValue
        }));
        const all: { readonly value: unknown; readonly origin: string }[] = [
            { origin: 'the default settings', value: found?.defaultValue },
            { origin: 'the user settings', value: found?.globalValue },
            { origin: 'the workspace settings', value: found?.workspaceValue },
            ...folders
        ];
        return all.filter(({ value }) => value !== undefined);
    }
}
