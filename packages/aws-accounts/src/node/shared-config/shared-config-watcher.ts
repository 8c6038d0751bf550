import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../aws-environment';
import { watchPath } from '../files/file-watch';

/** Notices edits of the shared config files, whoever makes them and however. */
@injectable()
export class SharedConfigWatcher implements Disposable {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;

    protected readonly toDispose = new DisposableCollection();
    protected readonly changed = new Emitter<void>();
    readonly onDidChange: Event<void> = this.changed.event;

    @postConstruct()
    protected init(): void {
        for (const path of [this.environment.configFile, this.environment.credentialsFile]) {
            this.toDispose.push(watchPath(path, () => this.changed.fire()));
        }
        this.toDispose.push(this.changed);
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
    }
}
