import { Emitter } from '@theia/core/lib/common/event';
import type { RpcProxy } from '@theia/core/lib/common/messaging/proxy-factory';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from 'theia-aws-accounts/lib/browser';
import type { AwsPluginClient, AwsPluginServer } from '../../common/aws-plugin-protocol';
import { ExtensionConsent } from '../../common/extension-consent';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';

/** Receives what the backend tells this window. Apart from the consents, so that the proxy can be made before anybody listens. */
@injectable()
export class AwsPluginClientImpl implements AwsPluginClient {

    protected readonly consents = new Emitter<readonly ExtensionConsent[]>();
    readonly onConsents = this.consents.event;

    notifyConsents(consents: readonly ExtensionConsent[]): void {
        this.consents.fire(consents);
    }
}

/** This window's copy of what the person allowed. The backend keeps it, and asks itself again before it gives anything out. */
@injectable()
export class ExtensionConsents {

    @inject(AwsPluginServerProxy) protected readonly server: RpcProxy<AwsPluginServer>;
    @inject(AwsPluginClientImpl) protected readonly client: AwsPluginClientImpl;
    @inject(ILogger) @named('aws-accounts-plugin-ext:Consents') protected readonly logger: ILogger;

    protected readonly changed = new Emitter<void>();
    protected current: readonly ExtensionConsent[] = [];
    protected loading: Promise<void> | undefined;

    readonly onDidChange = this.changed.event;

    get all(): readonly ExtensionConsent[] {
        return this.current;
    }

    start(): void {
        this.client.onConsents(consents => this.accept(consents));
        // A message that was sent while the socket was down is lost.
        this.server.onDidOpenConnection(() => this.reload());
        this.reload();
    }

    /**
     * Tells whether the person let the extension use the connection, for a token with these scopes if any are given.
     * Until the backend has answered, nobody may do anything.
     */
    has(extensionId: string, connectionId: AwsConnectionId, scopes?: readonly string[]): boolean {
        return ExtensionConsent.has(this.current, extensionId, connectionId, scopes);
    }

    /** Resolves when the first answer of the backend is there. */
    async ready(): Promise<void> {
        await this.loading;
    }

    async allow(consent: ExtensionConsent): Promise<void> {
        await this.server.allow(consent);
        this.accept(ExtensionConsent.add(this.current, consent));
    }

    async revoke({ extension, connectionId }: ExtensionConsent): Promise<void> {
        await this.server.revoke(extension.id, connectionId);
        this.accept(ExtensionConsent.remove(this.current, extension.id, connectionId));
    }

    protected reload(): void {
        this.loading = this.server.getConsents().then(
            consents => this.accept(consents),
            error => this.logger.error('The consents could not be read.', error)
        );
    }

    protected accept(consents: readonly ExtensionConsent[]): void {
        if (JSON.stringify(consents) !== JSON.stringify(this.current)) {
            this.current = consents;
            this.changed.fire();
        }
    }
}
