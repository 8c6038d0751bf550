import type { WhenSwitchingMethod } from '../../../common/aws-accounts-preferences';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../../common/aws-connection';
import { AwsRequirement, AwsVerdict } from '../../../common/aws-requirement';
import type { AwsEffect } from '../../../common/aws-requirement-declaration';

/** Why a person is asked for a connection. */
export interface ConnectionQuestion {
    readonly requirement: AwsRequirement;
    /** Name of the command that waits for the answer; absent when a person turns to a use by themselves. */
    readonly command?: string;
    /** What the command does: to choose a production profile for one that changes something is to say yes to that, too. */
    readonly effect?: AwsEffect;
    /** Why the command was stopped. */
    readonly verdict?: AwsVerdict;
    /** The connection that a person picked already, so that only the rest has to be answered. */
    readonly picked?: AwsConnectionId;
}

/** What becomes of CodeWhisperer's connection. */
export type CodeWhispererFate = 'keep' | 'disconnect';

/** The answer to a `ConnectionQuestion`. */
export interface ConnectionAnswer {
    readonly connectionId: AwsConnectionId;
    readonly codeWhisperer: CodeWhispererFate;
    /** Do not ask again what becomes of CodeWhisperer. */
    readonly remember: boolean;
    /** The production account that the button named: the command may run in it, this once. */
    readonly confirmedAccount?: string;
}

export namespace ConnectionQuestion {

    /** What is left of a question with alternatives once `id` is chosen: what becomes of CodeWhisperer depends on it. */
    export function forChoice(
        question: ConnectionQuestion,
        snapshot: AwsAccountsSnapshot,
        id: AwsConnectionId | undefined
    ): ConnectionQuestion {
        const entry = AwsAccountsSnapshot.find(snapshot, id);
        const requirement = entry && AwsRequirement.forConnection(question.requirement, entry);
        return requirement ? { ...question, requirement } : question;
    }

    /** CodeWhisperer's connection, if there is one that a person would miss: expired ones count, signed-out ones do not. */
    export function codeWhisperer(snapshot: AwsAccountsSnapshot): ConnectionEntry | undefined {
        const entry = snapshot.codeWhispererHost ? undefined : AwsAccountsSnapshot.inUse(snapshot, 'codeWhisperer');
        return entry?.state.kind === 'signedOut' || entry?.state.kind === 'invalid' ? undefined : entry;
    }

    /**
     * Whether the method of authentication changes: AWS services turn from nothing to IAM while CodeWhisperer has a sign-in. From one
     * profile to another nothing changes for CodeWhisperer, so nothing is asked.
     */
    export function changesMethod({ requirement }: ConnectionQuestion, snapshot: AwsAccountsSnapshot): boolean {
        return (
            requirement.kind === 'iam' &&
            AwsAccountsSnapshot.inUse(snapshot, 'awsServices') === undefined &&
            codeWhisperer(snapshot) !== undefined
        );
    }

    /** Whether the person has to say what becomes of CodeWhisperer. */
    export function asksAboutCodeWhisperer(
        question: ConnectionQuestion,
        snapshot: AwsAccountsSnapshot,
        whenSwitching: WhenSwitchingMethod
    ): boolean {
        return whenSwitching === 'ask' && changesMethod(question, snapshot);
    }

    /** What becomes of CodeWhisperer when the person is not asked. */
    export function settledFate(
        question: ConnectionQuestion,
        snapshot: AwsAccountsSnapshot,
        whenSwitching: WhenSwitchingMethod
    ): CodeWhispererFate {
        return whenSwitching === 'disconnect' && changesMethod(question, snapshot) ? 'disconnect' : 'keep';
    }
}
