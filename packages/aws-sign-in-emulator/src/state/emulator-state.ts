import { randomBytes } from 'node:crypto';
import type { Organisation } from '../organisation/organisation';
import { defaultSettings, EmulatorSettings } from './emulator-settings';
import type { AccessToken, Authorization, Registration, ServerSession } from './sign-in-records';

const BUILDER_ID_REGION = 'us-east-1';

/** Credentials that the signature check knows. Times in epoch ms. */
export interface AccessKey {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
    readonly expiresAt?: number;
    readonly accountId: string;
    readonly arn: string;
    readonly userId: string;
    readonly mfa?: { readonly serial: string; readonly code: string };
    readonly mfaPresent?: boolean;
}

/** The memory of the emulator. */
export class EmulatorState {

    readonly settings: EmulatorSettings = { ...defaultSettings };
    readonly registrations = new Map<string, Registration>();
    /** By the code that the client redeems. */
    readonly authorizations = new Map<string, Authorization>();
    readonly accessTokens = new Map<string, AccessToken>();
    readonly refreshTokens = new Map<string, ServerSession>();
    readonly accessKeys = new Map<string, AccessKey>();
    protected readonly secrets = new Set<string>();
    protected clockOffsetMs = 0;

    constructor(readonly organisation: Organisation, protected readonly systemNow: () => number) {
        for (const user of organisation.users) {
            const { userName, accountId, accessKeyId, secretAccessKey, mfa } = user;
            this.secrets.add(secretAccessKey);
            this.accessKeys.set(accessKeyId, {
                accessKeyId, secretAccessKey, accountId, mfa,
                arn: `arn:aws:iam::${accountId}:user/${userName}`, userId: `AIDA${userName.toUpperCase()}EXAMPLE`
            });
        }
    }

    /** Epoch milliseconds of the emulated world. */
    now(): number {
        return this.systemNow() + this.clockOffsetMs;
    }

    advance(ms: number): void {
        this.clockOffsetMs += ms;
    }

    inSeconds(seconds: number): number {
        return this.now() + seconds * 1000;
    }

    isStartUrl(url: unknown): url is string {
        const { builderIdStartUrl, directories } = this.organisation;
        return url === builderIdStartUrl || directories.some(({ startUrl }) => startUrl === url);
    }

    /** The region in which a start URL is known. */
    regionOf(startUrl: string): string {
        return this.organisation.directories.find(directory => directory.startUrl === startUrl)?.region ?? BUILDER_ID_REGION;
    }

    /** Sign-ins that a person can still decide, oldest first. */
    undecided(): Authorization[] {
        return [...this.authorizations.values()].filter(({ decision, expiresAt }) => decision === 'pending' && expiresAt > this.now());
    }

    /** A new secret, recognisable in a leak by its prefix and remembered for the search. */
    secret(prefix: string): string {
        const value = `${prefix}-${randomBytes(24).toString('base64url')}`;
        this.secrets.add(value);
        return value;
    }

    /** Every token, code and key given out so far, refresh tokens and client secrets included. */
    issuedSecrets(): string[] {
        return [...this.secrets];
    }

    /** Makes temporary credentials that the signature check accepts until they run out. */
    issueKey(
        identity: Pick<AccessKey, 'accountId' | 'arn' | 'userId' | 'mfaPresent'>, lifetime: number
    ): Required<Omit<AccessKey, 'mfa' | 'mfaPresent'>> {
        const key = {
            ...identity,
            accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
            secretAccessKey: this.secret('secretkey'),
            sessionToken: this.secret('sessiontoken'),
            expiresAt: this.inSeconds(lifetime)
        };
        this.accessKeys.set(key.accessKeyId, key);
        return key;
    }

    /** Ends every server session, as an administrator's revocation does. */
    endSessions(): void {
        for (const { session } of this.accessTokens.values()) {
            session.ended = true;
        }
        for (const session of this.refreshTokens.values()) {
            session.ended = true;
        }
    }
}
