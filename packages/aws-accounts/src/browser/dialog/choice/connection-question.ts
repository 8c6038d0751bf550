import type { WhenSwitchingMethod } from '../../../common/sign-in/aws-accounts-preferences';
import { AwsAccountsSnapshot, TokenUse } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../../common/requirement/aws-verdict';
import { unknownKind } from '../../../common/state/unknown-kind';
import type { AwsEffect } from '../../../common/requirement/aws-effect';

/** Reason why a person is asked for a connection. */
export interface ConnectionQuestion {
    readonly requirement: AwsRequirement;
    /** Name of the command that waits for the answer; absent when a person turns to a use by themselves. */
    readonly command?: string;
    /** Effect of the command: choosing a production profile for one that changes something also confirms the change. */
    readonly effect?: AwsEffect;
    /** Reason why the command was stopped. */
    readonly verdict?: AwsVerdict;
    /** The connection that a person picked already, so that only the rest has to be answered. */
    readonly picked?: AwsConnectionId;
}

/** Fate of the connections of token services. */
type TokenFate = 'keep' | 'disconnect';

/** The answer to a `ConnectionQuestion`. */
export interface ConnectionAnswer {
    readonly connectionId: AwsConnectionId;
    readonly tokenServices: TokenFate;
    /** Do not ask again what becomes of them. */
    readonly remember: boolean;
    /** The production account that the button named: the command may run in it, this once. */
    readonly confirmedAccount?: string;
}

export namespace ConnectionQuestion {

    /** The question that is left once `id` is chosen among alternatives: the fate of token services depends on it. */
    export function forChoice(
        question: ConnectionQuestion,
        snapshot: AwsAccountsSnapshot,
        id: AwsConnectionId | undefined
    ): ConnectionQuestion {
        const entry = AwsAccountsSnapshot.find(snapshot, id);
        const requirement = entry && AwsRequirement.forConnection(question.requirement, entry);
        return requirement ? { ...question, requirement } : question;
    }

    /** The token services with a connection that a person would miss: expired ones count, signed-out ones do not. */
    export function missed(snapshot: AwsAccountsSnapshot): readonly TokenUse[] {
        return AwsAccountsSnapshot.tokenUses(snapshot).filter(
            ({ entry: { state } }) => state.kind !== 'signedOut' && state.kind !== 'invalid'
        );
    }

    /**
     * Tells whether the method of authentication changes: AWS services turn from nothing to IAM while a token service has a sign-in.
     * From one profile to another nothing changes for token services, so nothing is asked.
     */
    export function changesMethod({ requirement }: ConnectionQuestion, snapshot: AwsAccountsSnapshot): boolean {
        return (
            isForIam(requirement) &&
            AwsAccountsSnapshot.inUse(snapshot, 'awsServices') === undefined &&
            missed(snapshot).length > 0
        );
    }

    function isForIam(requirement: AwsRequirement): boolean {
        switch (requirement.kind) {
            case 'iam':
                return true;
            case 'token':
            case 'either':
                return false;
            default:
                return unknownKind(requirement, 'requirement');
        }
    }

    /** Tells whether the person has to say what becomes of token services. */
    export function asksAboutTokens(
        question: ConnectionQuestion,
        snapshot: AwsAccountsSnapshot,
        whenSwitching: WhenSwitchingMethod
    ): boolean {
        return whenSwitching === 'ask' && changesMethod(question, snapshot);
    }

    /** Fate of token services when the person is not asked. */
    export function settledFate(
        question: ConnectionQuestion,
        snapshot: AwsAccountsSnapshot,
        whenSwitching: WhenSwitchingMethod
    ): TokenFate {
        return whenSwitching === 'disconnect' && changesMethod(question, snapshot) ? 'disconnect' : 'keep';
    }
}
