import { randomUUID } from 'node:crypto';

/** The start of the language server: the parts of LSP's `initialize` that are AWS's. */
export interface ServerSetup {
    /** The address to call instead of AWS. */
    readonly endpoint: string | undefined;
    /** The region of the developer profile, or of an IAM profile. */
    readonly region: string | undefined;
    readonly developerProfiles: boolean;
}

export namespace ServerSetup {

    const CLIENT = { name: 'AWS Accounts example', version: '0.1.0' };

    /** No telemetry: the person has agreed to none. */
    export function initializeParams({ endpoint, region, developerProfiles }: ServerSetup): object {
        return {
            processId: process.pid,
            rootUri: null,
            capabilities: { workspace: { configuration: true } },
            initializationOptions: {
                telemetryOptOut: true,
                // Failures of the service stand there; the log itself goes nowhere.
                logLevel: 'log',
                aws: {
                    ...region !== undefined && { region },
                    clientInfo: { ...CLIENT, extension: CLIENT, clientId: randomUUID() },
                    awsClientCapabilities: {
                        q: { developerProfiles },
                        window: { notifications: true },
                        textDocument: {
                            inlineCompletionWithReferences: endpoint === undefined ? {} : { endpointOverride: endpoint }
                        }
                    }
                }
            }
        };
    }

    /** The answer to the server's question for settings: nothing is sent home, and no code is kept. */
    export function settings(section: unknown): object {
        return section === 'aws.q' ? { optOutTelemetry: true } : { shareCodeWhispererContentWithAWS: false };
    }
}
