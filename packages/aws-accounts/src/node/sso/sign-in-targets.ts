import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsConnection, AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsRegion } from '../../common/region/aws-region';
import type { SignInRequest, SignInTarget } from '../../common/sign-in/sign-in';
import { StartUrl } from '../../common/sign-in/start-url';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { unknownKind } from '../../common/state/unknown-kind';
import { AwsScopes } from '../../common/token-service/aws-scopes';
import { SsoSession } from '../shared-config/sso-session';
import { SignInsUnderWay } from './sign-ins-under-way';
import { SsoSessionRegistry } from './sso-session-registry';
import { OwnTokens } from './token/own-tokens';

/** The connection that a sign-in is for, and the SSO session behind it. */
export interface ResolvedTarget {
    readonly connectionId: AwsConnectionId;
    readonly kind: AwsConnection['kind'];
    readonly session: SsoSession;
    /** The session is new: it is remembered once a sign-in has succeeded, not before. */
    readonly isNew: boolean;
}

/** Finds the SSO session that a request to sign in means, or makes one for a new start URL. */
@injectable()
export class SignInTargets {

    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SignInsUnderWay) protected readonly signIns: SignInsUnderWay;
    @inject(OwnTokens) protected readonly own: OwnTokens;

    /** @throws AwsAccountsError `invalidRequest`, `connectionNotFound` */
    resolve(request: SignInRequest): ResolvedTarget {
        return request.own || request.target.kind === 'console' ? this.ownTarget(request) : this.connectionTarget(request.target);
    }

    protected connectionTarget(target: Exclude<SignInTarget, { readonly kind: 'console' }>): ResolvedTarget {
        switch (target.kind) {
            case 'builderId':
                return this.known(AwsConnection.BUILDER_ID);
            case 'connection':
                return this.known(target.connectionId);
            case 'identityCenter':
                return this.byStartUrl(target.startUrl, target.region);
            default:
                return unknownKind(target, 'target');
        }
    }

    /** A token beside the one of a connection, with the scopes that are asked for and none that opens accounts. */
    protected ownTarget({ target, scopes = [], fromScratch }: SignInRequest): ResolvedTarget {
        const known = target.kind === 'console' ? undefined : this.connectionTarget(target);
        const narrow = scopes.length > 0 && !scopes.includes(AwsScopes.ACCOUNT_ACCESS);
        if (!narrow || fromScratch || known === undefined || known.isNew || known.kind === 'builderId') {
            throw AwsFailure.toError({ reason: 'invalidRequest', detail: 'own' });
        }
        return { ...known, session: this.own.of(known.session, scopes) };
    }

    protected known(connectionId: AwsConnectionId): ResolvedTarget {
        const session = this.sessions.require(connectionId);
        return { connectionId, session, isNew: false, kind: SsoSession.isTokenOnly(session) ? 'builderId' : 'identityCenter' };
    }

    /** The browser half checks as one types; this check is the one that counts. */
    protected byStartUrl(input: string, region: string): ResolvedTarget {
        const checked = StartUrl.check(input);
        if (checked.kind === 'builderId') {
            return this.known(AwsConnection.BUILDER_ID);
        }
        if (checked.kind !== 'valid') {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: input, detail: checked.kind });
        }
        if (!AwsRegion.isWellFormed(region)) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: region, detail: 'region' });
        }
        const { startUrl } = checked;
        const existing = this.sessions.find(startUrl, region);
        // Two windows that sign in to one new start URL make one session.
        const session = existing ??
            this.signIns.find(startUrl, region) ?? { name: this.sessions.freeName(startUrl, this.signIns.names), startUrl, region };
        return { connectionId: AwsConnection.ssoSessionId(session.name), session, isNew: existing === undefined, kind: 'identityCenter' };
    }
}
