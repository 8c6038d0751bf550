import { AwsRequirement, EitherRequirement } from './aws-requirement';
import type { IamRequirement, SimpleRequirement, TokenRequirement } from './simple-requirement';
import { unknownKind } from '../state/unknown-kind';
import { AwsScopes } from '../token-service/aws-scopes';
import type { TokenServices } from '../token-service/token-services';

/** Requirements, in groups of one kind each. */
type ByKind<R extends AwsRequirement = AwsRequirement> = { readonly [kind in R['kind']]: Extract<R, { readonly kind: kind }>[] };

/** Several requirements on one command. */
export namespace CombinedRequirements {

    /**
     * Requirements that are met exactly when all of `requirements` are: at most one for IAM and one for each token service, so that a
     * person is not asked twice, and choices that are still open after these.
     *
     * @throws AwsAccountsError `invalidRequest` for a requirement of no known kind: left out, its command would run unguarded
     */
    export function of(requirements: readonly AwsRequirement[], services: TokenServices): AwsRequirement[] {
        const { iam, token, either } = byKind(requirements);
        // Each kind has a member in both, or they do not compile: a group that is left out would leave its commands unguarded.
        const simple: ByKind<SimpleRequirement> = {
            iam: iam.length > 0 ? [iam.reduce(both)] : [],
            token: byService(token, services).map(allScopes)
        };
        const all: ByKind = { ...simple, either: openChoices(either, Object.values(simple).flat(), services) };
        return Object.values(all).flat();
    }

    function byKind(requirements: readonly AwsRequirement[]): ByKind {
        const groups: ByKind = { iam: [], token: [], either: [] };
        for (const requirement of requirements) {
            switch (requirement.kind) {
                case 'iam':
                    groups.iam.push(requirement);
                    break;
                case 'token':
                    groups.token.push(requirement);
                    break;
                case 'either':
                    groups.either.push(requirement);
                    break;
                default:
                    unknownKind(requirement, 'requirement');
            }
        }
        return groups;
    }

    function byService(tokens: readonly TokenRequirement[], services: TokenServices): readonly TokenRequirement[][] {
        const groups = new Map<string, TokenRequirement[]>();
        for (const token of tokens) {
            const use = AwsRequirement.use(token, services);
            groups.set(use, [...groups.get(use) ?? [], token]);
        }
        return [...groups.values()];
    }

    function allScopes(tokens: readonly TokenRequirement[]): TokenRequirement {
        const service = tokens.find(token => token.service !== undefined)?.service;
        return { kind: 'token', scopes: AwsScopes.union(...tokens.map(({ scopes }) => scopes)), ...service !== undefined && { service } };
    }

    function openChoices(
        choices: readonly EitherRequirement[],
        given: readonly SimpleRequirement[],
        services: TokenServices
    ): EitherRequirement[] {
        const different = [...new Map(choices.map(choice => [JSON.stringify(choice), choice])).values()];
        return different.filter(choice => !choice.of.some(alternative => given.some(one => meets(one, alternative, services))));
    }

    /** Tells whether whatever meets `one` meets `other`, too. */
    function meets(one: SimpleRequirement, other: SimpleRequirement, services: TokenServices): boolean {
        switch (one.kind) {
            case 'iam':
                return (
                    other.kind === 'iam' &&
                    within(one.accounts, other.accounts) &&
                    within(one.partitions, other.partitions) &&
                    within(one.regions, other.regions)
                );
            case 'token':
                return (
                    other.kind === 'token' &&
                    AwsRequirement.use(one, services) === AwsRequirement.use(other, services) &&
                    AwsScopes.missing(other.scopes, one.scopes).length === 0
                );
            default:
                return unknownKind(one, 'requirement');
        }
    }

    function within(inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean {
        return outer === undefined || inner !== undefined && inner.every(value => outer.includes(value));
    }

    function both(one: IamRequirement, other: IamRequirement): IamRequirement {
        const accounts = common(one.accounts, other.accounts);
        const partitions = common(one.partitions, other.partitions);
        const regions = common(one.regions, other.regions);
        return { kind: 'iam', ...accounts && { accounts }, ...partitions && { partitions }, ...regions && { regions } };
    }

    function common(one: readonly string[] | undefined, other: readonly string[] | undefined): readonly string[] | undefined {
        return one && other ? one.filter(value => other.includes(value)) : one ?? other;
    }
}
