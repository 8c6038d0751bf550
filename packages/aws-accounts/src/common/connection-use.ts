import type { AwsConnection, AwsConnectionId } from './aws-connection';

/** What a connection is for. CodeWhisperer belongs to the user, AWS services to the workspace. */
export type AwsUse = 'codeWhisperer' | 'awsServices';

/** Which connection each use has. Neither use ever disturbs the other. */
export type ConnectionUses = { readonly [use in AwsUse]?: AwsConnectionId };

export namespace AwsUse {

    export const ALL: readonly AwsUse[] = ['codeWhisperer', 'awsServices'];

    /** Whether a connection of this kind can serve `use` at all: CodeWhisperer takes tokens, AWS services take IAM credentials. */
    export function accepts(use: AwsUse, kind: AwsConnection['kind']): boolean {
        return use === 'awsServices' ? kind === 'iamProfile' : kind !== 'iamProfile';
    }

    /** The uses that `connectionId` serves. */
    export function of(uses: ConnectionUses, connectionId: AwsConnectionId): AwsUse[] {
        return ALL.filter(use => uses[use] === connectionId);
    }
}
