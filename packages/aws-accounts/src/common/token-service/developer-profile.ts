import type { AwsFailure } from '../state/aws-accounts-error';

/** A developer profile of Amazon Q: what an administrator made for an organization in one account and region. */
export interface DeveloperProfile {
    readonly arn: string;
    readonly name: string;
}

/** A region that could not be asked. */
export interface DeveloperProfileGap {
    readonly region: string;
    readonly failure: AwsFailure;
}

/** The developer profiles of a sign-in in all regions that were asked. */
export interface DeveloperProfileListing {
    readonly profiles: readonly DeveloperProfile[];
    readonly gaps: readonly DeveloperProfileGap[];
}

export namespace DeveloperProfile {

    const ARN = /^arn:[a-z-]+:codewhisperer:([a-z0-9-]+):(\d{12}):profile\/.+$/;

    export function is(value: unknown): value is DeveloperProfile {
        const { arn, name } = (value ?? {}) as Partial<Record<keyof DeveloperProfile, unknown>>;
        return typeof arn === 'string' && ARN.test(arn) && typeof name === 'string';
    }

    export function regionOf({ arn }: DeveloperProfile): string {
        return ARN.exec(arn)?.[1] ?? '';
    }

    export function accountOf({ arn }: DeveloperProfile): string {
        return ARN.exec(arn)?.[2] ?? '';
    }
}
