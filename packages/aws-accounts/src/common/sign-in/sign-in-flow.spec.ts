import { expect } from 'chai';
import { BrowserPlace, SignInFlowKind, SignInFlowPreference } from './sign-in-flow';

const rows: [environment: string, preference: SignInFlowPreference, place: BrowserPlace, flow: SignInFlowKind][] = [
    ['a desktop application', 'automatic', { desktop: true, remoteBackend: false }, 'authorizationCode'],
    ['a desktop application that works on another machine', 'automatic', { desktop: true, remoteBackend: true }, 'deviceCode'],
    [
        'a desktop application whose remote backend is this machine after all',
        'automatic',
        { desktop: true, remoteBackend: true, loopbackReached: true },
        'authorizationCode'
    ],
    [
        'a desktop application whose loopback cannot be reached',
        'automatic',
        { desktop: true, remoteBackend: false, loopbackReached: false },
        'deviceCode'
    ],
    ['a browser nobody knows the place of', 'automatic', { desktop: false, remoteBackend: false }, 'deviceCode'],
    [
        'a browser on the machine of the backend',
        'automatic',
        { desktop: false, remoteBackend: false, loopbackReached: true },
        'authorizationCode'
    ],
    ['a browser elsewhere', 'automatic', { desktop: false, remoteBackend: false, loopbackReached: false }, 'deviceCode'],
    ['a person who wants a code', 'deviceCode', { desktop: true, remoteBackend: false, loopbackReached: true }, 'deviceCode'],
    [
        'a person who wants no code',
        'authorizationCode',
        { desktop: false, remoteBackend: false, loopbackReached: false },
        'authorizationCode'
    ]
];

describe('The choice of a sign-in flow', () => {
    for (const [environment, preference, place, flow] of rows) {
        it(`is ${flow} for ${environment}`, () => expect(SignInFlowKind.choose(preference, place)).to.equal(flow));
    }
});
