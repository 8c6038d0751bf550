import { Emitter, Event } from '@theia/core/lib/common/event';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { WorkspaceTrustService } from '@theia/workspace/lib/browser/workspace-trust-service';

const ENABLED = 'security.workspace.trust.enabled';
/** Settings that decide about trust, each of which a workspace can hold as well. */
const DECIDING = [
    ENABLED, 'security.workspace.trust.startupPrompt', 'security.workspace.trust.emptyWindow', 'security.workspace.trust.trustedFolders'
];

/**
 * Knows whether the person trusts the workspace. Theia's own answer follows settings that the workspace can contain, one of which switches
 * trust
 * off, so a workspace that contains any of them is not trusted here, unless the person works without trust altogether.
 */
@injectable()
export class WorkspaceTrust {

    @inject(WorkspaceTrustService) protected readonly service: WorkspaceTrustService;
    @inject(PreferenceService) protected readonly preferences: PreferenceService;
    @inject(WorkspaceService) protected readonly workspaces: WorkspaceService;

    protected said: boolean | undefined;
    protected readonly changed = new Emitter<void>();

    /** The person has answered, or has changed their mind, or settings that decide about trust have changed. */
    readonly onDidChange: Event<void> = this.changed.event;

    @postConstruct()
    protected init(): void {
        const follow = (trusted: boolean): void => {
            this.said = trusted;
            this.changed.fire();
        };
        this.changeOfTheia()?.(follow);
        void this.service.getWorkspaceTrust().then(follow);
        this.preferences.onPreferenceChanged(({ preferenceName }) => DECIDING.includes(preferenceName) && this.changed.fire());
    }

    /** `undefined`: the person has not answered yet. */
    get trusted(): boolean | undefined {
        const enabled = this.preferences.inspect<boolean>(ENABLED);
        if ((enabled?.globalValue ?? enabled?.defaultValue) === false) {
            return true;
        }
        return this.decidesItself() ? false : this.said;
    }

    /** Resolves to whether the person trusts the workspace, as soon as they have answered. */
    async whenKnown(): Promise<boolean> {
        while (this.trusted === undefined) {
            await Event.toPromise(this.onDidChange);
        }
        return this.trusted;
    }

    /** Theia 1.67 loads the window again when the person changes their mind, and has no such event. */
    protected changeOfTheia(): Event<boolean> | undefined {
        return (this.service as Partial<Pick<WorkspaceTrustService, 'onDidChangeWorkspaceTrust'>>).onDidChangeWorkspaceTrust;
    }

    protected decidesItself(): boolean {
        const places = [undefined, ...this.workspaces.tryGetRoots().map(({ resource }) => resource.toString())];
        return DECIDING.some(name => places.some(place => {
            const found = this.preferences.inspect(name, place);
            return found?.workspaceValue !== undefined || found?.workspaceFolderValue !== undefined;
        }));
    }
}
