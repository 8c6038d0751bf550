import type { CommandHandler } from '@theia/core/lib/common/command';
import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { AwsConnection } from '../common/connection/aws-connection';
import type { AwsRequirement } from '../common/requirement/aws-requirement';
import type { AwsEffect } from '../common/requirement/aws-effect';
import { RequirementFlaw } from '../common/requirement/requirement-flaw';
import { ProductTokenServices, TokenServices } from '../common/token-service/token-services';
import type { AwsUse } from '../common/token-service/connection-use';
import type { DeveloperProfile } from '../common/token-service/developer-profile';
import { DeveloperProfiles } from './developer-profile/developer-profiles';
import { AwsGuard } from './guard/aws-guard';
import { OwnSignIn } from './guard/own-sign-in';
import type { EnsureOptions } from './guard/requirement-meeting';

/** A handler that gets the connection it is to work with as its first argument. */
export type ConnectedHandler = (connection: AwsConnection, ...args: unknown[]) => unknown;

/** Public API for browser code of other Theia extensions. */
@injectable()
export class AwsAccountsFrontend {

    @inject(AwsGuard) protected readonly guard: AwsGuard;
    @inject(ProductTokenServices) protected readonly services: TokenServices;
    @inject(DeveloperProfiles) @optional() protected readonly developerProfiles: DeveloperProfiles | undefined;
    /** Absent: nobody is asked, and the backend rejects with `ownSignIn`. */
    @inject(OwnSignIn) @optional() protected readonly ownSignIn: OwnSignIn | undefined;

    /**
     * A connection that meets `requirement` now. Asks the person if there is none, with the same dialog that the guard shows. Hand its id
     * to the backend, where `AwsConnectionProviders` turns it into credentials or a token; neither ever comes to the browser. For a token
     * of an organization whose sign-in opens accounts as well, the person signs in once more, for a token that opens nothing else.
     *
     * With an `effect` that changes or destroys something, the person is also asked before a connection is given that they marked as
     * production.
     *
     * @throws GuardCancelled when the person decides against it (Theia treats it as a cancellation, not as an error);
     * RequirementNotMet with `silent`, or when asking did not help; ProductionUnconfirmed with `silent`, when a person would have to be
     * asked; TypeError when the requirement cannot be understood
     */
    async useFor(requirement: AwsRequirement, options?: EnsureOptions): Promise<AwsConnection> {
        const flaw = RequirementFlaw.inCode(requirement, this.services);
        if (flaw !== undefined) {
            throw new TypeError(`AWS requirement: ${flaw}.`);
        }
        const { connection } = await this.guard.admit(requirement, options);
        await this.ownSignIn?.ensure(connection, requirement, options?.silent);
        return connection;
    }

    /**
     * The developer profile that a token service works with after IAM Identity Center: the one chosen before, else the only one there is,
     * or the one that the person picks. Asks once, however many wait. `undefined`: the sign-in or the service has none, or the person
     * decided against it; they are not asked again before the sign-in changes.
     *
     * @param use id of the token service
     */
    async ensureDeveloperProfile(use: AwsUse): Promise<DeveloperProfile | undefined> {
        return this.developerProfiles?.ensureOnce(use);
    }

    /**
     * Wraps the handler of a command: it runs only with a connection that meets `requirement`, and gets that connection as its first
     * argument, before those of the command. It keeps that connection even if the person turns to another one while it runs.
     *
     * @param command what the person sees named while they are asked
     * @param effect what the handler does in AWS
     */
    withConnection(requirement: AwsRequirement, command: string, handler: ConnectedHandler, effect?: AwsEffect): CommandHandler {
        return { execute: async (...args: unknown[]) => handler(await this.useFor(requirement, { command, effect }), ...args) };
    }
}
