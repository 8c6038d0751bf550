import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';

/** Names that the AWS CLI and the SDK both read, unquoted. */
const NAME = /^[A-Za-z0-9_.@+%:/-]+$/;
const HEADER = /^[a-z][a-z0-9-]*(?: [A-Za-z0-9_.@+%:/-]+)?$/;
const KEY = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)?$/;
/** White space followed by one of these is a comment to the SDK, and part of the value to the AWS CLI. */
const COMMENT = /(?:^|\s)[#;]/;
/** Control characters, some of which end a line or count as a space in one tool only, and halves of characters. */
const UNWRITABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]|[\ud800-\udfff]/u;

/**
 * Reason why a change cannot be written so that the AWS CLI and the SDK both read it back as it is meant. Never holds the value: it may be
 * a secret.
 */
export type ConfigChangeProblem =
    | { readonly kind: 'invalidName'; readonly name: string }
    | { readonly kind: 'invalidKey'; readonly key: string }
    | { readonly kind: 'invalidValue'; readonly key: string };

export namespace ConfigChangeProblem {

    /** Problems of the keys and values of a change. */
    export function ofSettings(change: ConfigChange): ConfigChangeProblem | undefined {
        switch (change.kind) {
            case 'setKey':
                return ofSetting(change.key, change.value);
            case 'addSection':
                return change.settings.map(([key, value]) => ofSetting(key, value, change.asItWas)).find(problem => problem !== undefined);
            case 'removeKey':
            case 'removeSection':
                return undefined;
        }
    }

    /** Problem of the name of a section that is to be made. Those that are there already may have any name. */
    export function ofNewSection(section: ConfigSectionId, file: ConfigFile, asItWas = false): ConfigChangeProblem | undefined {
        const name = section.kind === 'header' ? section.header : section.name;
        const isReadable = asItWas ? !UNWRITABLE.test(name) : section.kind === 'header' ? HEADER.test(name) : NAME.test(name);
        const isAtHome = section.kind === 'profile' || file === 'config';
        // The SDK keeps sections in plain objects, where names that objects inherit do harm.
        return isReadable && isAtHome && !(name in {}) && name !== 'DEFAULT' ? undefined : { kind: 'invalidName', name };
    }

    /** @throws AwsAccountsError `invalidRequest` with the key or the name as its subject, if there is a problem */
    export function assertNone(problem: ConfigChangeProblem | undefined): void {
        if (problem !== undefined) {
            throw AwsFailure.toError({
                reason: 'invalidRequest',
                about: 'fileEntry',
                subject: problem.kind === 'invalidName' ? problem.name : problem.key,
                detail: problem.kind
            });
        }
    }

    function ofSetting(key: string, value: string, asItWas = false): ConfigChangeProblem | undefined {
        if (!KEY.test(key) || key.split('.').some(part => part in {})) {
            return { kind: 'invalidKey', key };
        }
        const isWritable = value !== '' && value === value.trim() && (asItWas || !COMMENT.test(value)) && !UNWRITABLE.test(value);
        return isWritable ? undefined : { kind: 'invalidValue', key };
    }
}
