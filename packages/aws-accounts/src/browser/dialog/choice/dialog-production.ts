import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { AwsEffect } from '../../../common/requirement/aws-effect';
import { ProductionQuestion } from '../../production/production-question';
import type { ConnectionQuestion } from './connection-question';
import { accountOf } from '../../wording';
import type { DialogState } from './dialog-state';

/**
 * Facts that a person must see before they choose a production profile for a command that changes something: the choice then answers
 * both questions.
 */
export interface ProductionCaution {
    /** Profile and account. */
    readonly subject: string;
    readonly text: string;
    /** Not known before AWS was asked: only a choice that names it is an answer. */
    readonly account?: string;
}

export namespace ProductionCaution {

    export function of({ command, effect }: ConnectionQuestion, entry: ConnectionEntry): ProductionCaution | undefined {
        if (command === undefined || !AwsEffect.changes(effect) || !AwsConnection.isProduction(entry.connection)) {
            return undefined;
        }
        return {
            subject: ProductionQuestion.subjectOf(entry),
            text: ProductionQuestion.effectText(entry, command, effect),
            account: accountOf(entry)
        };
    }

    /** That of what is selected now. */
    export function ofSelected({ question, snapshot, selected }: DialogState): ProductionCaution | undefined {
        const entry = AwsAccountsSnapshot.find(snapshot, selected);
        return entry && of(question, entry);
    }
}
