import { Emitter } from '@theia/core/lib/common/event';
import type { AwsPluginServer, ExtensionManifest, SecretRequest } from '../../common/aws-plugin-protocol';
import { ExtensionConsent } from '../../common/extension-consent';

/** A backend that keeps everything in memory. */
export class FakePluginServer implements AwsPluginServer {

    consents: readonly ExtensionConsent[] = [];
    manifests: readonly ExtensionManifest[] | Error = [];
    readonly opened = new Emitter<void>();
    readonly onDidOpenConnection = this.opened.event;

    setClient(): void { }
    dispose(): void { }

    async getConsents(): Promise<readonly ExtensionConsent[]> {
        return this.consents;
    }

    async allow(consent: ExtensionConsent): Promise<void> {
        this.consents = ExtensionConsent.add(this.consents, consent);
    }

    async revoke(extensionId: string, connectionId: string): Promise<void> {
        this.consents = ExtensionConsent.remove(this.consents, extensionId, connectionId);
    }

    async getManifests(): Promise<readonly ExtensionManifest[]> {
        if (this.manifests instanceof Error) {
            throw this.manifests;
        }
        return this.manifests;
    }

    async issueTicket({ extensionId, connectionId }: SecretRequest): Promise<string> {
        return `ticket of ${extensionId} for ${connectionId}`;
    }
}
