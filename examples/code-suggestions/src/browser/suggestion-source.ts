import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnection, TokenServiceHere } from 'theia-aws-accounts';
import { AwsAccountsFrontend, AwsAccountsModel, GuardCancelled, RequirementNotMet } from 'theia-aws-accounts/lib/browser';
import { CodeSuggestions, REQUIREMENT, SuggestionAnswer, SuggestionPlace, suggestingService } from '../common/code-suggestions-protocol';

/** The outcome of a question in this window: beside the backend's answers, a person has to sign in once more. */
export type WindowAnswer = SuggestionAnswer | { readonly kind: 'signInNeeded' };

/** Asks for suggestions with the connection of the product's token service. It never asks a person to sign in: they are typing. */
@injectable()
export class SuggestionSource {

    @inject(AwsAccountsFrontend) protected readonly aws: AwsAccountsFrontend;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(CodeSuggestions) protected readonly server: CodeSuggestions;

    /** The token service that suggests code. `undefined`: the product has none. */
    get service(): TokenServiceHere | undefined {
        return suggestingService(this.model.services);
    }

    /** `undefined`: the service is not connected, or what it is connected with is busy. */
    async suggest(place: SuggestionPlace, cancellation: CancellationToken): Promise<WindowAnswer | undefined> {
        const use = this.service?.id;
        const connection = use === undefined ? undefined : await this.connection();
        if (use === undefined || connection === undefined || connection === 'expired' || connection === 'signInNeeded') {
            return connection === 'expired' || connection === 'signInNeeded' ? { kind: connection } : undefined;
        }
        // After IAM Identity Center the service wants a developer profile; the person is asked for it once.
        const developerProfile = connection.kind === 'identityCenter' ? await this.aws.ensureDeveloperProfile(use) : undefined;
        return cancellation.isCancellationRequested ? undefined
            : this.server.suggest({ id: connection.id, kind: connection.kind, developerProfile }, place, cancellation);
    }

    /** Asks the person for what suggestions lack: a sign-in for the service alone, beside that of their organization. */
    async signIn(): Promise<void> {
        try {
            await this.aws.useFor(REQUIREMENT);
        } catch (error) {
            if (!(error instanceof GuardCancelled) && !(error instanceof RequirementNotMet)) {
                throw error;
            }
        }
    }

    /** The service has no connection any more. */
    end(): Promise<void> {
        return this.server.end();
    }

    protected async connection(): Promise<AwsConnection | 'expired' | 'signInNeeded' | undefined> {
        try {
            return await this.aws.useFor(REQUIREMENT, { silent: true });
        } catch (error) {
            if (error instanceof RequirementNotMet) {
                const { kind } = error.verdict;
                return kind === 'missingScopes' ? 'signInNeeded' : kind === 'expired' ? kind : undefined;
            }
            throw error;
        }
    }
}
