import type { AwsConnection } from 'theia-aws-accounts/lib/common';

/** The ids by which VS Code extensions ask for a session (`vscode.authentication.getSession`). */
export type AuthenticationProviderId = 'aws-builder-id' | 'aws-iam-identity-center';

export namespace AuthenticationProviderId {

    export const ALL: readonly AuthenticationProviderId[] = ['aws-builder-id', 'aws-iam-identity-center'];

    export function is(id: string): id is AuthenticationProviderId {
        return ALL.some(known => known === id);
    }

    /** The kind of connection behind a provider. */
    export function kindOf(id: AuthenticationProviderId): 'builderId' | 'identityCenter' {
        return id === 'aws-builder-id' ? 'builderId' : 'identityCenter';
    }

    /** The provider that serves a connection; IAM profiles have none. */
    export function of(kind: AwsConnection['kind']): AuthenticationProviderId | undefined {
        switch (kind) {
            case 'builderId':
                return 'aws-builder-id';
            case 'identityCenter':
                return 'aws-iam-identity-center';
            case 'iamProfile':
                return undefined;
        }
    }
}
