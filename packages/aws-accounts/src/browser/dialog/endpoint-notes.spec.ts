import { expect } from 'chai';
import type { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';
import { BUILDER_ID, profile, snapshot } from '../test/snapshot-samples';
import { endpointNotes } from './endpoint-notes';

const ALL: ConfiguredEndpoint = { setting: 'AWS_ENDPOINT_URL', host: 'localhost:4566' };
const OIDC: ConfiguredEndpoint = { setting: 'AWS_ENDPOINT_URL_SSO_OIDC', host: 'oidc.corp', service: 'sso_oidc' };
const SSO: ConfiguredEndpoint = { setting: 'AWS_ENDPOINT_URL_SSO', host: 'sso.corp', service: 'sso' };
const OWN: ConfiguredEndpoint = { setting: 'endpoint_url', host: 'own', location: { file: '/home/jo/.aws/config', line: 12 } };
const LAMBDA: ConfiguredEndpoint = { ...OWN, service: 'lambda' };
const dev = profile('dev');
const SIGN_IN = 'Sign-in goes to localhost:4566, not to AWS: set by AWS_ENDPOINT_URL.';
const CALLS = 'Calls as dev go to localhost:4566, not to AWS: set by AWS_ENDPOINT_URL.';
const OWN_CALLS = 'Calls as dev go to own, not to AWS: set by endpoint_url, config:12.';

describe('What the dialog says of endpoints', () => {
    const TABLE: [what: string, environment: ConfiguredEndpoint[], calls: Parameters<typeof endpointNotes>[1], notes: string[]][] = [
        ['nothing when calls go to AWS', [], { signsIn: true, connection: dev }, []],
        ['where a sign-in goes', [ALL], { signsIn: true, connection: BUILDER_ID }, [SIGN_IN]],
        ['where credentials go', [ALL], { signsIn: false, connection: dev }, [CALLS]],
        ['both where both can follow', [ALL], { signsIn: true, connection: dev }, [SIGN_IN, CALLS]],
        ['nothing about credentials when only sign-in is directed elsewhere', [OIDC], { signsIn: false, connection: dev }, []],
        ['where the profile says', [], { signsIn: true, connection: { ...dev, endpoints: [OWN] } }, [OWN_CALLS]],
        ['nothing of services that others call', [], { signsIn: false, connection: { ...dev, endpoints: [LAMBDA] } }, []],
        ['what wins', [ALL], { signsIn: false, connection: { ...dev, endpoints: [OWN] } }, [CALLS]],
        ['nothing for a profile that ignores all', [ALL], { signsIn: false, connection: { ...dev, ignoresEndpoints: true } }, []],
        ['where the token of an SSO session goes', [SSO], { signsIn: false, connection: { ...dev, ssoSession: 'corp' } },
            ['Calls as dev go to sso.corp, not to AWS: set by AWS_ENDPOINT_URL_SSO.']],
        ['the same once', [ALL], { signsIn: false, connection: { ...dev, ssoSession: 'corp' } }, [CALLS]]
    ];
    for (const [what, all, calls, notes] of TABLE) {
        it(`is ${what}`, () => {
            const signIn = all.find(({ service }) => service === undefined || service === 'sso_oidc');
            expect(endpointNotes(snapshot([], all.length === 0 ? {} : { endpoints: { all, signIn } }), calls)).to.deep.equal(notes);
        });
    }
});
