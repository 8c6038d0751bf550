import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { HostedPluginWatcher } from '@theia/plugin-ext/lib/hosted/browser/hosted-plugin-watcher';
import { AwsRequirementContribution, AwsRequirementRegistry, LiteralMessages } from 'theia-aws-accounts/lib/browser';
import type { AwsPluginServer } from '../../common/aws-plugin-protocol';
import { ManifestProblem, manifestRequirements } from '../../common/manifest-requirements';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { manifestProblemText } from './manifest-problem-wording';

/** Commands that extensions have contributed: the part of Theia's `PluginContributionHandler` that is needed here. */
export const ExtensionCommands = Symbol('ExtensionCommands');
export interface ExtensionCommands {
    hasCommand(commandId: string): boolean;
}

/**
 * Declares what the manifests of extensions say, and reads them again when extensions come or go. Commands of extensions are there before
 * what their manifests declare: until that is known, they wait.
 */
@injectable()
export class ExtensionRequirements implements AwsRequirementContribution {

    @inject(AwsPluginServerProxy) protected readonly server: AwsPluginServer;
    @inject(AwsRequirementRegistry) protected readonly registry: AwsRequirementRegistry;
    @inject(HostedPluginWatcher) protected readonly watcher: HostedPluginWatcher;
    @inject(ExtensionCommands) protected readonly commands: ExtensionCommands;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(ILogger) @named('aws-accounts-plugin-ext:ExtensionRequirements') protected readonly logger: ILogger;

    protected declared: Disposable = Disposable.NULL;
    protected reading: Promise<void> | undefined;
    protected awaited: Disposable | undefined;
    protected started = false;
    protected readonly reported = new Set<string>();

    /** True when everything that is known to be deployed has been declared. */
    get isReady(): boolean {
        return this.started && this.awaited === undefined;
    }

    /** At the first command, which may come before the start. */
    registerRequirements(): void {
        if (!this.started) {
            this.expectMore();
        }
    }

    start(): void {
        this.started = true;
        this.watcher.onDidDeploy(() => this.readAgain());
        this.readAgain();
    }

    /** Resolves when everything has been declared; rejects when it cannot be read, and tries anew with the next call. */
    ready(): Promise<void> {
        return this.reading ??= this.begin();
    }

    protected readAgain(): void {
        this.expectMore();
        this.reading = undefined;
        this.ready().catch(error => this.logger.error('What extensions declare could not be read.', error));
    }

    protected expectMore(): void {
        this.awaited ??= this.registry.announce({ concerns: commandId => this.commands.hasCommand(commandId), ready: () => this.ready() });
    }

    protected begin(): Promise<void> {
        const reading: Promise<void> = this.read(() => this.reading === reading).catch(error => {
            if (this.reading === reading) {
                this.reading = undefined;
            }
            throw error;
        });
        return reading;
    }

    /** An answer that was overtaken by a newer question is not looked at; who waits for it waits for the newer one. */
    protected async read(isCurrent: () => boolean): Promise<void> {
        const manifests = await this.server.getManifests();
        if (!isCurrent()) {
            return this.ready();
        }
        const found = manifests.map(manifest => ({ ...manifestRequirements(manifest), origin: manifest.extensionId }));
        const before = this.declared;
        this.declared = new DisposableCollection(...found.map(({ own, origin }) => this.registry.registerJson(own, origin)));
        // Last, so that no command is unguarded in between.
        before.dispose();
        this.awaited?.dispose();
        this.awaited = undefined;
        found.flatMap(({ problems }) => problems).forEach(problem => this.report(problem));
    }

    protected report(problem: ManifestProblem): void {
        const text = manifestProblemText(problem);
        if (!this.reported.has(text)) {
            this.reported.add(text);
            void this.logger.warn(text);
            void this.messages.warn(text);
        }
    }
}
