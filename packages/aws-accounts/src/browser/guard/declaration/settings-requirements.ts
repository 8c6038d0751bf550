import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { inject, injectable } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { AwsAccountsPreferences } from '../../../common/sign-in/aws-accounts-preferences';
import { AwsRequirementDeclaration } from '../../../common/requirement/aws-requirement-declaration';
import { ForeignRequirements } from '../../../common/requirement/foreign-requirements';
import { isObject } from '../../../common/value/json-value';
import { WorkspaceTrust } from '../../trust/workspace-trust';
import { AwsRequirementContribution, AwsRequirementRegistry } from './aws-requirement-registry';
import { DeclarationReport } from './declaration-report';
import { DeclaredCommands } from './declared-commands';

/** Requirements of one place of the settings. */
interface Setting {
    readonly value: unknown;
    readonly origin: string;
    /** True when a workspace says it, which can only speak of commands of its own. */
    readonly foreign?: boolean;
}

/**
 * Declares what settings say. User, workspace and folders are read one by one and add up: a value that overrides another one would take
 * away what that declares, and a workspace can only add, while the person trusts it. A setting may mean any command, so until settings
 * have been read all of them wait; Theia reads them before it shows anything.
 */
@injectable()
export class SettingsRequirements implements FrontendApplicationContribution, AwsRequirementContribution {

    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(WorkspaceService) protected readonly workspaces: WorkspaceService;
    @inject(WorkspaceTrust) protected readonly trust: WorkspaceTrust;
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
        this.trust.onDidChange(() => this.declare());
    }

    protected declare(): void {
        const { trusted } = this.trust;
        const all = this.values();
        const counting = all.filter(({ foreign }) => !foreign || trusted === true);
        const pending = trusted === undefined ? all.filter(({ foreign }) => foreign) : [];
        const text = JSON.stringify([counting, pending]);
        if (text === this.known) {
            return;
        }
        this.known = text;
        const before = this.declared;
        this.declared = new DisposableCollection(...counting.map(setting => this.declareOne(setting)), ...this.awaitTrust(pending));
        // Last, so that no command is unguarded in between.
        before.dispose();
    }

    protected declareOne({ value, origin, foreign }: Setting): Disposable {
        const report = (problem: string): void => this.report.settingBroken(problem);
        if (!foreign) {
            return this.registry.registerJson(value, origin, report);
        }
        const { admitted, refused } = ForeignRequirements.admit(value);
        refused.forEach(problem => report(AwsRequirementDeclaration.problemText(origin, problem)));
        return this.registry.registerJson(admitted, origin, report);
    }

    /** Until the person has said whether they trust the workspace, what it names waits: it may be meant, and nothing else is held up. */
    protected awaitTrust(settings: readonly Setting[]): Disposable[] {
        if (settings.length === 0) {
            return [];
        }
        const named = new DeclaredCommands<true>();
        const admitted = settings.map(({ value }) => ForeignRequirements.admit(value).admitted);
        admitted.forEach(value => isObject(value) && Object.keys(value).forEach(commands => named.add(commands, true)));
        const answered = new Deferred<void>();
        const awaited = this.registry.announce({ concerns: id => named.on(id).length > 0, ready: () => answered.promise });
        return [awaited, Disposable.create(() => answered.resolve())];
    }

    protected values(): Setting[] {
        const name = AwsAccountsPreferences.REQUIREMENTS;
        const found = this.preferences.inspect(name);
        const folders = this.workspaces.tryGetRoots().map(({ resource }) => ({
            origin: `the settings of ${resource.toString()}`,
            value: this.preferences.inspect(name, resource.toString())?.workspaceFolderValue,
            foreign: true
        }));
        const all: Setting[] = [
            { origin: 'the default settings', value: found?.defaultValue },
            { origin: 'the user settings', value: found?.globalValue },
            { origin: 'the workspace settings', value: found?.workspaceValue, foreign: true },
            ...folders
        ];
        return all.filter(({ value }) => value !== undefined);
    }
}
