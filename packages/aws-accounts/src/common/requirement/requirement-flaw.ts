import { nls } from '@theia/core/lib/common/nls';
import { AwsEffect } from './aws-effect';
import type { AwsRequirement } from './aws-requirement';
import { unknownKind } from '../state/unknown-kind';
import { isObject } from '../value/json-value';
import { TokenServices } from '../token-service/token-services';
import { shown } from './shown-value';

interface Rules {
    /** The token services that can be named; absent: all that there may be. */
    readonly services?: TokenServices;
    /** An empty list is no slip of somebody who writes JSON. */
    readonly mayBeEmpty?: boolean;
}

type Need = { readonly [key: string]: unknown };

/** Checks requirements that come from JSON, or from code that no compiler checked. */
export namespace RequirementFlaw {

    const KEYS: { readonly [kind in AwsRequirement['kind']]: readonly string[] } = {
        iam: ['kind', 'effect', 'accounts', 'partitions', 'regions'],
        token: ['kind', 'effect', 'scopes', 'service'],
        either: ['kind', 'effect', 'of']
    };

    const KINDS = Object.keys(KEYS).filter(isKind);

    /**
     * Tells why `need` is no requirement, as a part of a sentence; `undefined`: it is one. A key that is not known counts, since a
     * restriction with a typo would restrict nothing.
     *
     * @param rules absent: those for JSON
     */
    export function of(need: unknown, rules: Rules = {}): string | undefined {
        if (!isObject(need)) {
            return nls.localize('theia/aws-accounts/requirement/noObject', 'expected an object with a "kind", found {0}', shown(need));
        }
        const { kind } = need;
        if (!isKind(kind)) {
            return nls.localize('theia/aws-accounts/requirement/unknownKind', '"kind" has to be {0}, found {1}', oneOf(KINDS), shown(kind));
        }
        const unknown = Object.keys(need).find(key => !KEYS[kind].includes(key));
        if (unknown !== undefined) {
            return nls.localize(
                'theia/aws-accounts/requirement/unknownKey',
                '"{0}" is not known for kind "{1}"; known are {2}',
                unknown, kind, KEYS[kind].join(', ')
            );
        }
        if (need.effect !== undefined && !AwsEffect.ALL.some(effect => effect === need.effect)) {
            return nls.localize(
                'theia/aws-accounts/requirement/unknownEffect',
                '"effect" has to be one of {0}, found {1}',
                AwsEffect.ALL.join(', '), shown(need.effect)
            );
        }
        return memberFlaw(kind, need, rules);
    }

    /** Tells what is wrong with the members that requirements of this kind alone have. */
    function memberFlaw(kind: AwsRequirement['kind'], need: Need, rules: Rules): string | undefined {
        switch (kind) {
            case 'iam':
                return iamFlaw(need, rules);
            case 'token':
                return listFlaw(need, 'scopes', rules, true) ?? serviceFlaw(need.service, rules);
            case 'either':
                return choiceFlaw(need.of, rules);
            default:
                return unknownKind(kind, 'requirement');
        }
    }

    /** A kind that every object has, such as `toString`, is none. */
    function isKind(value: unknown): value is AwsRequirement['kind'] {
        return typeof value === 'string' && Object.hasOwn(KEYS, value);
    }

    function oneOf(kinds: readonly string[]): string {
        const names = kinds.map(kind => `"${kind}"`);
        return nls.localize('theia/aws-accounts/requirement/lastOf', '{0} or {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '');
    }

    function choiceFlaw(alternatives: unknown, rules: Rules): string | undefined {
        if (!Array.isArray(alternatives) || alternatives.length === 0) {
            return nls.localize(
                'theia/aws-accounts/requirement/noAlternatives',
                '"of" has to be a list of requirements that is not empty, found {0}',
                shown(alternatives)
            );
        }
        return alternatives
            .map((one: unknown, index) => alternativeFlaw(one, `"of"[${index}]`, rules))
            .find(reason => reason !== undefined);
    }

    function alternativeFlaw(one: unknown, place: string, rules: Rules): string | undefined {
        if (isObject(one) && (one.kind === 'either' || one.effect !== undefined)) {
            return nls.localize(
                'theia/aws-accounts/requirement/nestedChoice',
                '{0}: only {1} and {2} can be chosen between, and an "effect" belongs to the whole',
                place, ...KINDS.filter(kind => kind !== 'either').map(kind => `"${kind}"`)
            );
        }
        const reason = of(one, rules);
        return reason && `${place}: ${reason}`;
    }

    /** The same for an object that code hands in, whose effect stands beside it. */
    export function inCode(requirement: unknown, services: TokenServices): string | undefined {
        return isObject(requirement) && 'effect' in requirement
            ? nls.localize('theia/aws-accounts/requirement/effectInCode', '"effect" belongs to the options, not to the requirement')
            : of(requirement, { services, mayBeEmpty: true });
    }

    function serviceFlaw(service: unknown, { services }: Rules): string | undefined {
        if (service === undefined || typeof service === 'string' && (services === undefined || TokenServices.find(services, service))) {
            return undefined;
        }
        return services === undefined
            ? nls.localize(
                'theia/aws-accounts/requirement/noService', '"service" has to be the id of a token service, found {0}', shown(service)
            )
            : nls.localize(
                'theia/aws-accounts/requirement/unknownService', '"service" has to be {0}, found {1}',
                services.map(({ id }) => `"${id}"`).join(', '), shown(service)
            );
    }

    function iamFlaw(need: Need, rules: Rules): string | undefined {
        const bad = listFlaw(need, 'accounts', rules) ?? listFlaw(need, 'partitions', rules) ?? listFlaw(need, 'regions', rules);
        const account =
            bad === undefined && need.accounts !== undefined ? (need.accounts as string[]).find(id => !/^\d{12}$/.test(id)) : undefined;
        return account === undefined ? bad : nls.localize(
            'theia/aws-accounts/requirement/noAccount',
            '"accounts" holds {0}, which is not an account id of 12 digits',
            shown(account)
        );
    }

    function listFlaw(need: Need, key: string, { mayBeEmpty = false }: Rules, needed = false): string | undefined {
        const value = need[key];
        if (value === undefined && !needed) {
            return undefined;
        }
        const good = Array.isArray(value) && (mayBeEmpty || value.length > 0)
            && value.every(item => typeof item === 'string' && item !== '');
        return good ? undefined : nls.localize(
            'theia/aws-accounts/requirement/noList',
            '"{0}" has to be a list of strings that is not empty, found {1}',
            key, shown(value)
        );
    }
}
