import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnection, AwsRequirement } from 'theia-aws-accounts';
import { AwsAccountsFrontend, GuardCancelled, RequirementNotMet } from 'theia-aws-accounts/lib/browser';
import { CodeSuggestions, SuggestionAnswer, SuggestionPlace, USE } from '../common/code-suggestions-protocol';

const REQUIREMENT: AwsRequirement = { kind: 'token', scopes: ['codewhisperer:completions'] };

/** The outcome of a question in this window: beside the backend's answers, a person has to sign in once more. */
export type WindowAnswer = SuggestionAnswer | { readonly kind: 'signInNeeded' };

/** Asks for suggestions with the connection that CodeWhisperer has. It never asks a person to sign in: they are typing. */
@injectable()
export class SuggestionSource {

    @inject(AwsAccountsFrontend) protected readonly aws: AwsAccountsFrontend;
    @inject(CodeSuggestions) protected readonly server: CodeSuggestions;

    /** `undefined`: CodeWhisperer is not connected, or what it is connected with is busy. */
    async suggest(place: SuggestionPlace, cancellation: CancellationToken): Promise<WindowAnswer | undefined> {
        const connection = await this.connection();
        if (connection === undefined || connection === 'expired' || connection === 'signInNeeded') {
            return connection && { kind: connection };
        }
        // After IAM Identity Center the service wants a developer profile; the person is asked for it once.
        const developerProfile = connection.kind === 'identityCenter' ? await this.aws.ensureDeveloperProfile(USE) : undefined;
        return cancellation.isCancellationRequested ? undefined
            : this.server.suggest({ id: connection.id, kind: connection.kind, developerProfile }, place, cancellation);
    }

    /** Asks the person for what suggestions lack: a sign-in for CodeWhisperer alone, beside that of their organization. */
    async signIn(): Promise<void> {
        try {
            await this.aws.useFor(REQUIREMENT);
        } catch (error) {
            if (!(error instanceof GuardCancelled) && !(error instanceof RequirementNotMet)) {
                throw error;
            }
        }
    }

    /** CodeWhisperer has no connection any more. */
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
