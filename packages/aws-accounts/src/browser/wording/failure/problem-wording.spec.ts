import { expect } from 'chai';
import type { ProfileProblem } from '../../../common/connection/profile-problem';
import { problemText } from './problem-wording';

const PROBLEMS: { readonly [kind in ProfileProblem['kind']]: readonly [ProfileProblem & { readonly kind: kind }, string] } = {
    missingKey: [{ kind: 'missingKey', key: 'sso_region' }, 'sso_region is missing'],
    sourceProfileNotFound: [{ kind: 'sourceProfileNotFound', name: 'gone' }, 'source profile "gone" does not exist'],
    sourceProfileCycle: [{ kind: 'sourceProfileCycle', names: ['a', 'b', 'a'] }, 'source profiles go round in a circle: a → b → a'],
    sourceProfileBroken: [{ kind: 'sourceProfileBroken', name: 'base' }, 'source profile "base" cannot be used'],
    ssoSessionNotFound: [{ kind: 'ssoSessionNotFound', name: 'corp' }, 'SSO session "corp" does not exist'],
    conflictingKeys: [
        { kind: 'conflictingKeys', keys: ['source_profile', 'credential_source'] },
        'only one of these may be set: source_profile, credential_source'
    ],
    invalidValue: [{ kind: 'invalidValue', key: 'region', value: 'moon-1' }, 'region cannot be "moon-1"'],
    valueGoesOn: [{ kind: 'valueGoesOn', key: 'role_arn' }, 'role_arn goes on in another line, which AWS tools read differently'],
    unreadableName: [{ kind: 'unreadableName', name: 'a]b' }, 'the section name "a]b" cannot be understood'],
    builderIdHasNoAccounts: [
        { kind: 'builderIdHasNoAccounts' },
        'AWS Builder ID has no accounts and roles; a profile needs IAM Identity Center'
    ],
    invalidEndpoint: [
        { kind: 'invalidEndpoint', service: 'sts' },
        'sts endpoint_url has to begin with http:// or https://, followed by a host'
    ],
    servicesNotFound: [{ kind: 'servicesNotFound', name: 'local' }, 'services section "local" does not exist'],
    noCredentials: [{ kind: 'noCredentials' }, 'no credentials are set']
};

describe('the words for problems', () => {
    for (const [kind, [problem, text]] of Object.entries(PROBLEMS)) {
        it(`${kind}: ${text}`, () => expect(problemText(problem)).to.equal(text));
    }
});
