import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, preDestroy } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from 'theia-aws-accounts/lib/common';
import type { AwsPluginClient, AwsPluginServer, ExtensionManifest, SecretRequest } from '../common/aws-plugin-protocol';
import { ExtensionConsent } from '../common/extension-consent';
import { ConsentMemory } from './consent-memory';
import { ExtensionManifests } from './extension-manifests';
import { SecretTickets } from './secret-tickets';

/** One for each window. */
@injectable()
export class AwsPluginServerImpl implements AwsPluginServer {

    @inject(ConsentMemory) protected readonly memory: ConsentMemory;
    @inject(ExtensionManifests) protected readonly manifests: ExtensionManifests;
    @inject(SecretTickets) protected readonly tickets: SecretTickets;
    @inject(ILogger) @named('aws-accounts-plugin-ext:Server') protected readonly logger: ILogger;

    protected readonly toDispose = new DisposableCollection();

    setClient(client: AwsPluginClient | undefined): void {
        this.toDispose.dispose();
        if (client) {
            this.toDispose.push(this.memory.onDidChange(() => this.tell(client)));
        }
    }

    getConsents(): Promise<readonly ExtensionConsent[]> {
        return this.memory.load();
    }

    allow(consent: ExtensionConsent): Promise<void> {
        return this.memory.update(consents => ExtensionConsent.add(consents, consent));
    }

    revoke(extensionId: string, connectionId: AwsConnectionId): Promise<void> {
        return this.memory.update(consents => ExtensionConsent.remove(consents, extensionId, connectionId));
    }

    getManifests(): Promise<readonly ExtensionManifest[]> {
        return this.manifests.read();
    }

    issueTicket(request: SecretRequest): Promise<string> {
        return this.tickets.issue(request);
    }

    protected tell(client: AwsPluginClient): void {
        this.memory.load().then(
            consents => client.notifyConsents(consents),
            error => this.logger.error('The consents could not be read.', error)
        );
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
    }
}
