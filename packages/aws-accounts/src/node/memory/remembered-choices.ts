import type { AwsConnectionId } from '../../common/aws-connection';

/** An Identity Center sign-in that no config file describes. */
export interface RememberedSsoSession {
    readonly name: string;
    readonly startUrl: string;
    readonly region: string;
}

/** What survives a restart, apart from tokens. Holds no secret. */
export interface RememberedChoices {
    /** CodeWhisperer's connection: the user's, in every window. */
    readonly codeWhisperer?: AwsConnectionId;
    /** The IAM profile of each workspace, by workspace URI; `''` is no workspace. */
    readonly awsServices: { readonly [workspace: string]: AwsConnectionId };
    readonly ssoSessions: readonly RememberedSsoSession[];
}

export namespace RememberedChoices {

    export const NONE: RememberedChoices = { awsServices: {}, ssoSessions: [] };

    /** Reads what a file holds; members of newer versions are kept. `undefined`: the text is not such a file. */
    export function parse(text: string): RememberedChoices | undefined {
        try {
            const value: unknown = JSON.parse(text);
            return typeof value === 'object' && value !== null ? { ...NONE, ...value } : undefined;
        } catch (error) {
            if (error instanceof SyntaxError) {
                return undefined;
            }
            throw error;
        }
    }

    export function withAwsServices(choices: RememberedChoices, workspace: string, id: AwsConnectionId | undefined): RememberedChoices {
        const { [workspace]: _previous, ...others } = choices.awsServices;
        return { ...choices, awsServices: id === undefined ? others : { ...others, [workspace]: id } };
    }

    export function withCodeWhisperer(choices: RememberedChoices, id: AwsConnectionId | undefined): RememberedChoices {
        return { ...choices, codeWhisperer: id };
    }

    export function withSsoSession(choices: RememberedChoices, session: RememberedSsoSession): RememberedChoices {
        return { ...choices, ssoSessions: [...choices.ssoSessions.filter(({ name }) => name !== session.name), session] };
    }
}
