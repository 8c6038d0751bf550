/** Question to a person when credentials need the code of a multi-factor authentication device. */
export interface MfaCodeRequest {
    /** Name of the profile that is being used. */
    readonly profile: string;
    /** Serial number or ARN of the device, as the files name it. */
    readonly device: string;
    /** Reason why the code before was not taken; absent on the first try. */
    readonly rejected?: 'malformed' | 'refused';
    /** Number of tries that are left, this one included. */
    readonly triesLeft: number;
}

export namespace MfaCode {

    /** The code as AWS takes it, or `undefined` if it cannot be one: a code has six digits, and people type spaces between them. */
    export function normalize(typed: string): string | undefined {
        const digits = typed.replace(/\s/g, '');
        return /^\d{6}$/.test(digits) ? digits : undefined;
    }
}
