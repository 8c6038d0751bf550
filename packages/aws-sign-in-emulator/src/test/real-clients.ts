import { LambdaClient, LambdaClientConfig } from '@aws-sdk/client-lambda';
import { SSOClient } from '@aws-sdk/client-sso';
import {
    CreateTokenCommand, CreateTokenCommandOutput, RegisterClientCommand, RegisterClientCommandInput, SSOOIDCClient,
    StartDeviceAuthorizationCommand
} from '@aws-sdk/client-sso-oidc';
import { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { AwsSignInEmulator, EmulatorOptions } from '../aws-sign-in-emulator';
import { sampleOrganisation } from '../organisation/sample-organisation';

export const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
export const CORP_START_URL = sampleOrganisation.directories[0].startUrl;

/** A registered client, as each call needs it. */
export interface Client {
    readonly clientId: string;
    readonly clientSecret: string;
}

export interface SignedIn {
    readonly client: Client;
    readonly accessToken: string;
    readonly refreshToken: string;
}

export interface StartedDevice {
    readonly deviceCode: string;
    readonly userCode: string;
    readonly verificationUriComplete: string;
}

/** An emulator, and the AWS SDK's clients talking to it. */
export class RealClients {

    readonly config: { readonly region: string; readonly endpoint: string };
    readonly oidc: SSOOIDCClient;
    readonly portal: SSOClient;

    protected constructor(readonly emulator: AwsSignInEmulator) {
        this.config = { region: 'us-east-1', endpoint: emulator.url };
        this.oidc = new SSOOIDCClient(this.config);
        this.portal = new SSOClient(this.config);
    }

    static async start(options?: EmulatorOptions): Promise<RealClients> {
        return new RealClients(await AwsSignInEmulator.start(options));
    }

    stop(): Promise<void> {
        return this.emulator.stop();
    }

    sts(credentials: STSClientConfig['credentials'], more: Partial<STSClientConfig> = {}): STSClient {
        return new STSClient({ ...this.config, credentials, ...more });
    }

    lambda(credentials: LambdaClientConfig['credentials'], more: Partial<LambdaClientConfig> = {}): LambdaClient {
        return new LambdaClient({ ...this.config, credentials, ...more });
    }

    async register(scopes?: string[], more: Partial<RegisterClientCommandInput> = {}): Promise<Client> {
        const { clientId = '', clientSecret = '' } =
            await this.oidc.send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public', scopes, ...more }));
        return { clientId, clientSecret };
    }

    async startDevice(client: Client, startUrl = CORP_START_URL): Promise<StartedDevice> {
        const { deviceCode = '', userCode = '', verificationUriComplete = '' } =
            await this.oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl }));
        return { deviceCode, userCode, verificationUriComplete };
    }

    poll(client: Client, deviceCode: string): Promise<CreateTokenCommandOutput> {
        return this.oidc.send(new CreateTokenCommand({ ...client, grantType: DEVICE_CODE, deviceCode }));
    }

    refresh(client: Client, refreshToken: string): Promise<CreateTokenCommandOutput> {
        return this.oidc.send(new CreateTokenCommand({ ...client, grantType: 'refresh_token', refreshToken }));
    }

    /** A whole sign-in by device code. */
    async signIn(scopes = ['sso:account:access'], startUrl = CORP_START_URL): Promise<SignedIn> {
        const client = await this.register(scopes);
        const { deviceCode, userCode } = await this.startDevice(client, startUrl);
        this.emulator.approve(userCode);
        const { accessToken = '', refreshToken = '' } = await this.poll(client, deviceCode);
        return { client, accessToken, refreshToken };
    }

    /** A request without a client, for what clients hide. */
    fetch(path: string, init?: RequestInit): Promise<Response> {
        return fetch(new URL(path, this.emulator.url), { redirect: 'manual', ...init });
    }

    postJson(path: string, body: unknown): Promise<Response> {
        return this.fetch(path, { method: 'POST', body: JSON.stringify(body) });
    }
}

/** A refusal as an SDK client reports it. `error` is the code of SSO-OIDC. */
export interface SdkRefusal {
    readonly name: string;
    readonly message: string;
    readonly error?: string;
    readonly status?: number;
}

export async function refusalOf(call: Promise<unknown>): Promise<SdkRefusal> {
    const caught = await call.then(() => ({ name: 'nothing', message: 'Not refused.' }), (error: unknown) => error);
    const { name, message, error, $metadata } = caught as Error & { error?: string; $metadata?: { httpStatusCode?: number } };
    return { name, message, error, status: $metadata?.httpStatusCode };
}
