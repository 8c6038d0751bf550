import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsEffect } from '../../common/requirement/aws-effect';
import { accountOf, connectionDetail, connectionInText, connectionName } from '../wording';

/** Question to a person before something happens to production. */
export interface ProductionQuestion {
    readonly title: string;
    readonly text: string;
    /** Profile and account, to be read before the button is pressed. */
    readonly subject: string;
    /** The button that means yes. */
    readonly confirm: string;
}

export namespace ProductionQuestion {

    /** Before `command`, which changes or destroys something, runs with the profile of `entry`. */
    export function beforeCommand(entry: ConnectionEntry, command: string, effect: 'change' | 'destroy'): ProductionQuestion {
        const name = connectionInText(entry.connection);
        return {
            title: nls.localize('theia/aws-accounts/production/title', 'Run {0} in production?', command),
            text: effectText(entry, command, effect),
            subject: subjectOf(entry),
            confirm: confirmText(accountOf(entry) ?? '', name)
        };
    }

    /** Label of the button that confirms. */
    export function confirmText(account: string, name: string): string {
        return nls.localize('theia/aws-accounts/production/confirm', 'Run in {0} with {1}', account, name);
    }

    /** Before the mark is taken away: without it nothing asks any more. */
    export function beforeUnmarking(entry: ConnectionEntry): ProductionQuestion {
        const name = connectionInText(entry.connection);
        return {
            title: nls.localize('theia/aws-accounts/production/unmarkTitle', 'Is {0} no longer production?', name),
            text: nls.localize(
                'theia/aws-accounts/production/unmarkText',
                'Commands that change or destroy something will run with this profile without asking first.'
            ),
            subject: subjectOf(entry),
            confirm: nls.localize('theia/aws-accounts/production/unmarkConfirm', 'Stop asking for {0}', name)
        };
    }

    /** Before every profile that only may have been marked stops counting as production. */
    export function beforeForgettingLostMarks(): ProductionQuestion {
        return {
            title: nls.localize('theia/aws-accounts/production/forgetTitle', 'Forget the lost marks?'),
            text: nls.localize(
                'theia/aws-accounts/production/forgetText',
                'Your marks could not be read. From now on only those count that you set since: with all other profiles, commands change '
                    + 'or destroy something without asking first.'
            ),
            subject: nls.localize('theia/aws-accounts/production/forgetSubject', 'All profiles that you have not marked since'),
            confirm: nls.localize('theia/aws-accounts/production/forgetConfirm', 'Forget the lost marks')
        };
    }

    /** Reason why it is asked. */
    export function effectText({ connection }: ConnectionEntry, command: string, effect: Exclude<AwsEffect, 'read'>): string {
        if (connection.kind === 'iamProfile' && connection.production === 'presumed') {
            return `${plainEffectText(command, effect)} ${presumedText()}`;
        }
        return effect === 'change'
            ? nls.localize(
                  'theia/aws-accounts/production/change',
                  '{0} changes something in AWS, and you marked this profile as production.',
                  command
              )
            : nls.localize(
                  'theia/aws-accounts/production/destroy',
                  '{0} destroys something in AWS, and you marked this profile as production.',
                  command
              );
    }

    function plainEffectText(command: string, effect: Exclude<AwsEffect, 'read'>): string {
        return effect === 'change'
            ? nls.localize('theia/aws-accounts/production/plainChange', '{0} changes something in AWS.', command)
            : nls.localize('theia/aws-accounts/production/plainDestroy', '{0} destroys something in AWS.', command);
    }

    function presumedText(): string {
        return nls.localize(
            'theia/aws-accounts/production/presumed',
            'Your marks could not be read, so every profile counts as production.'
        );
    }

    /** Profile and account. */
    export function subjectOf(entry: ConnectionEntry): string {
        return [connectionName(entry.connection), connectionDetail(entry)].join(' · ');
    }
}
