import type { AwsRequirement, EitherRequirement, IamRequirement, SimpleRequirement } from './aws-requirement';
import { AwsScopes } from './aws-scopes';

/** Several requirements on one command. */
export namespace CombinedRequirements {

    /**
     * Requirements that are met exactly when all of `requirements` are: at most one for IAM and one for tokens, so that a person is not
     * asked twice, and choices that are still open after these.
     */
    export function of(requirements: readonly AwsRequirement[]): AwsRequirement[] {
        const iam = requirements.filter(requirement => requirement.kind === 'iam');
        const tokens = requirements.filter(requirement => requirement.kind === 'token');
        const simple: SimpleRequirement[] = [
            ...iam.length > 0 ? [iam.reduce(both)] : [],
            ...tokens.length > 0 ? [{ kind: 'token', scopes: AwsScopes.union(...tokens.map(({ scopes }) => scopes)) } as const] : []
        ];
        return [...simple, ...openChoices(requirements, simple)];
    }

    function openChoices(requirements: readonly AwsRequirement[], given: readonly SimpleRequirement[]): EitherRequirement[] {
        const choices = requirements.filter(requirement => requirement.kind === 'either');
        const different = [...new Map(choices.map(choice => [JSON.stringify(choice), choice])).values()];
        return different.filter(choice => !choice.of.some(alternative => given.some(one => meets(one, alternative))));
    }

    /** Whether whatever meets `one` meets `other`, too. */
    function meets(one: SimpleRequirement, other: SimpleRequirement): boolean {
        if (one.kind === 'iam') {
            return (
                other.kind === 'iam' &&
                within(one.accounts, other.accounts) &&
                within(one.partitions, other.partitions) &&
                within(one.regions, other.regions)
            );
        }
        return other.kind === 'token' && AwsScopes.missing(other.scopes, one.scopes).length === 0;
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
