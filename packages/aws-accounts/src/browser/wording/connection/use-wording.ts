import { nls } from '@theia/core/lib/common/nls';
import type { AwsUse } from '../../../common/token-service/connection-use';
import { choiceText, listText } from '../../../common/value/list-text';
import { TokenMethod, TokenService } from '../../../common/token-service/token-service';
import { TokenServices } from '../../../common/token-service/token-services';
import { connectionKindText } from './connection-wording';

/** The name of a use, the same everywhere; the id of one that the product does not know. */
export function useName(use: AwsUse, services: TokenServices): string {
    return use === 'awsServices' ? awsServicesName() : TokenServices.find(services, use)?.label ?? use;
}

export function awsServicesName(): string {
    return nls.localize('theia/aws-accounts/use/awsServices', 'AWS services');
}

/** Said of a connection that serves a use. @param use its name */
export function inUseText(use: string): string {
    return nls.localize('theia/aws-accounts/use/inUse', 'in use for {0}', use);
}

/** The same where the use is named elsewhere. */
export function inUseShortText(): string {
    return nls.localize('theia/aws-accounts/use/inUseShort', 'in use');
}

/** Said of what the person pinned. */
export function pinnedText(): string {
    return nls.localize('theia/aws-accounts/row/pinned', 'pinned');
}

/** Invitation where `use` has no connection. */
export function useInvitation(use: AwsUse): string {
    return use === 'awsServices'
        ? nls.localize('theia/aws-accounts/use/inviteAwsServices', 'Not connected: choose a profile…')
        : nls.localize('theia/aws-accounts/use/inviteTokenService', 'Not connected: sign in…');
}

/** The token services that a way to sign in is good for. */
export function servicesText(services: TokenServices, kind: TokenMethod): string {
    return listText(TokenServices.taking(services, kind).map(({ label }) => label));
}

/** The ways to sign in that a token service takes: `AWS Builder ID or IAM Identity Center`. */
export function methodsText({ methods }: TokenService): string {
    return choiceText(methods.map(connectionKindText));
}
