import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { expect } from 'chai';
import { ChangingCalls } from '../common/protocol/changing-calls';
import { AwsConnection } from '../common/connection/aws-connection';
import type { ProfileChange } from '../common/connection/profile-change';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import type { ProfileRemoval } from '../common/profile/profile-draft';
import { ConsoleTickets } from './console/console-tickets';
import { AwsConnectionProvidersImpl } from './connection-providers-impl';
import { CallShape } from './rpc/call-shapes';
import { CallingWindow } from './test/calling-window';

const { BUILDER_ID } = AwsConnection;
const BASE = AwsConnection.profileId('base');
const NEW = AwsConnection.profileId('new');
const READER = AwsConnection.profileId('reader');
const CORP = 'sso-session:corp';
const USE = { use: 'codeWhisperer' } as const;
const ORGANISATION = { kind: 'connection', connectionId: CORP } as const;
const ROLE = {
    ssoSession: 'corp', accountId: '111122223333', accountName: 'Sandbox', roleName: 'ReadOnly', region: 'us-east-1', profile: 'reader'
};
const WEB = { arn: 'arn:aws:codewhisperer:us-east-1:111122223333:profile/EHGA3GRVQMUK', name: 'Web team' };
const SHOP = 'file:///shop';

type Case = (window: CallingWindow) => Promise<void>;

const addProfile = (window: CallingWindow): Promise<unknown> => window.profiles.writeProfile({
    draft: { kind: 'accessKeys', name: 'new', exists: false, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', region: 'eu-west-1' },
    secrets: { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
});

/** Makes the call, and finds its change in what the window was told and in what the next call meets, with nothing awaited in between. */
const CASES: { readonly [subject: string]: { readonly [method: string]: { readonly [sentence: string]: Case } } } = {
    accounts: {
        attach: {
            'the uses of the workspace': async window => {
                await window.accounts.setUse('awsServices', BASE);
                expect((await window.accounts.attach('file:///other')).uses.awsServices).to.equal(undefined);
                expect((await window.accounts.attach(SHOP)).uses.awsServices).to.equal(BASE);
            }
        },
        signIn: {
            'AWS Builder ID': async window => {
                await window.signIn({ kind: 'builderId' }, USE);
                expect([window.stateOf(BUILDER_ID), window.shown?.uses.codeWhisperer]).to.deep.equal(['signedIn', BUILDER_ID]);
                expect(await window.connect(BUILDER_ID)).to.equal('signedIn');
            },
            'an organisation that no file knew': async window => {
                const outcome = await window.signIn({
                    kind: 'identityCenter', startUrl: 'https://globex.awsapps.com/start', region: 'eu-central-1'
                }) as { readonly connectionId: string };
                expect(window.stateOf(outcome.connectionId)).to.equal('signedIn');
                expect(await window.connect(outcome.connectionId)).to.equal('signedIn');
                expect((await window.roles.listAccounts(outcome.connectionId)).kind).to.equal('listed');
            },
            'a token of its own': async window => {
                await window.signIn(ORGANISATION, USE);
                const token = window.providers.tokenProvider(CORP, ['codewhisperer:completions']);
                expect(await window.reasonOf(token())).to.equal('signInRequired');
                await window.signIn(ORGANISATION, { own: true, scopes: ['codewhisperer:completions'] });
                expect(await window.reasonOf(token())).to.have.property('token');
            },
            'the console, as a new profile': async window => {
                await window.signInToConsole('new');
                expect(window.stateOf(NEW)).to.equal('notConnected');
                expect(await window.connect(NEW)).to.equal('connected');
            },
            'the console, as a profile whose session had ended': async window => {
                await window.signInToConsole('new');
                await window.accounts.signOut(NEW);
                expect(await window.connect(NEW)).to.equal('expired');
                await window.signInToConsole('new');
                expect(window.stateOf(NEW)).not.to.equal('expired');
                expect(await window.connect(NEW)).to.equal('connected');
            }
        },
        completeSignIn: {
            'the address that the browser could not reach': async window => {
                const signingIn = window.begin({ kind: 'console', profile: 'new', region: 'eu-central-1' }, { flow: 'deviceCode' });
                const page = await (await fetch((await window.told('browser')).authorizeUrl)).text();
                const [, code = ''] = /name="code" value="([^"]+)"/.exec(page) ?? [];
                const decided = await fetch(`${window.fixture.emulator.url}/decision`, {
                    method: 'POST', body: new URLSearchParams({ code, decision: 'allow' })
                });
                const [, text = ''] = /<code id="text">([^<]+)</.exec(await decided.text()) ?? [];
                expect((await window.accounts.completeSignIn('one', text.trim())).kind).to.equal('accepted');
                expect((await signingIn).kind).to.equal('signedIn');
                expect(await window.connect(NEW)).to.equal('connected');
            }
        },
        askLoopback: {
            'an address that answers': async window => {
                const { url, answer } = await window.accounts.askLoopback();
                expect(await (await fetch(url)).text()).to.equal(answer);
            }
        },
        signOut: {
            'of an organisation, and of what came from it': async window => {
                await window.signIn(ORGANISATION, USE);
                await window.roles.writeRoleProfiles([ROLE]);
                expect(await window.connect(READER)).to.equal('connected');
                await window.accounts.signOut(CORP);
                expect([window.stateOf(CORP), window.stateOf(READER)]).to.deep.equal(['signedOut', 'notConnected']);
                expect(await window.reasonOf(window.roles.listAccounts(CORP))).to.equal('signInRequired');
                expect(await window.connect(READER)).to.equal('expired');
            },
            'of the console': async window => {
                await window.signInToConsole('new');
                expect(await window.connect(NEW)).to.equal('connected');
                await window.accounts.signOut(NEW);
                expect(window.stateOf(NEW)).to.equal('expired');
                expect(await window.connect(NEW)).to.equal('expired');
            }
        },
        setUse: {
            'a profile, and none': async window => {
                expect((await window.accounts.setUse('awsServices', BASE)).uses.awsServices).to.equal(BASE);
                expect(window.shown?.uses.awsServices).to.equal(BASE);
                expect((await window.accounts.setUse('awsServices', undefined)).uses.awsServices).to.equal(undefined);
            },
            'CodeWhisperer is disconnected': async window => {
                await window.signIn({ kind: 'builderId' }, USE);
                const { uses } = await window.accounts.setUse('codeWhisperer', undefined);
                expect([uses.codeWhisperer, window.stateOf(BUILDER_ID)]).to.deep.equal([undefined, 'signedIn']);
            }
        },
        setPinned: {
            'a pin, and none': async window => {
                const pin = { kind: 'profile', connectionId: BASE } as const;
                expect((await window.accounts.setPinned(pin, true)).pins).to.deep.equal([pin]);
                expect((await window.accounts.setPinned(pin, false)).pins ?? []).to.deep.equal([]);
            }
        },
        changeProfile: {
            'a mark and a region': async window => {
                const profile = async (change: ProfileChange): Promise<unknown> =>
                    AwsAccountsSnapshot.find(await window.accounts.changeProfile(BASE, change), BASE)?.connection;
                expect(await profile({ kind: 'production', production: true })).to.have.property('production').that.is.not.equal(undefined);
                expect(await profile({ kind: 'region', region: 'eu-west-3' })).to.have.nested.property('region.name', 'eu-west-3');
                expect(await window.providers.region(BASE)).to.equal('eu-west-3');
            }
        },
        connect: {
            'the state': async window => {
                expect(await window.connect(BASE)).to.equal('connected');
                expect(window.stateOf(BASE)).to.equal('connected');
            }
        },
        refresh: {
            'whatever the files say': async window => {
                await window.fixture.write('.aws/credentials', readFileSync(window.fixture.pathOf('.aws', 'credentials'), 'utf8')
                    .replace('[base]', '[new]'));
                const snapshot = await window.accounts.refresh();
                expect([window.stateOf(NEW, snapshot), window.stateOf(BASE, snapshot)]).to.deep.equal(['notConnected', undefined]);
                expect(await window.connect(NEW)).to.equal('connected');
            }
        }
    },
    profiles: {
        writeProfile: {
            'a profile': async window => {
                await addProfile(window);
                expect(window.stateOf(NEW)).to.equal('notConnected');
                expect(await window.connect(NEW)).to.equal('connected');
            }
        },
        removeProfile: {
            'that it is gone': async window => {
                await addProfile(window);
                await window.profiles.removeProfile('new');
                expect(window.stateOf(NEW)).to.equal(undefined);
                expect(await window.connect(NEW)).to.equal('connectionNotFound');
            }
        },
        restoreProfile: {
            'that it is back': async window => {
                await addProfile(window);
                const { removalId } = await window.profiles.removeProfile('new') as ProfileRemoval & { readonly kind: 'removed' };
                await window.profiles.restoreProfile(removalId);
                expect(window.stateOf(NEW)).to.equal('notConnected');
                expect(await window.connect(NEW)).to.equal('connected');
            }
        },
        ensureFile: {
            'that it is there': async window => {
                await window.profiles.removeProfile('base');
                await rm(window.fixture.pathOf('.aws', 'credentials'));
                expect((await window.accounts.refresh()).files.credentials.exists).to.equal(false);
                await window.profiles.ensureFile('credentials');
                expect(window.shown?.files.credentials.exists).to.equal(true);
            }
        }
    },
    roles: {
        forgetAccounts: {
            'that AWS is asked anew': async window => {
                await window.signIn(ORGANISATION, USE);
                await window.roles.listAccounts(CORP);
                const before = window.fixture.emulator.count('ListAccounts');
                await window.roles.forgetAccounts(CORP);
                await window.roles.listAccounts(CORP);
                expect(window.fixture.emulator.count('ListAccounts')).to.be.greaterThan(before);
            }
        },
        writeRoleProfiles: {
            'the profile': async window => {
                await window.signIn(ORGANISATION, USE);
                await window.roles.writeRoleProfiles([ROLE]);
                expect(window.stateOf(READER)).to.equal('notConnected');
                expect(await window.connect(READER)).to.equal('connected');
            }
        },
        removeRoleProfile: {
            'that it is gone': async window => {
                await window.roles.writeRoleProfiles([ROLE]);
                await window.roles.removeRoleProfile('reader');
                expect(window.stateOf(READER)).to.equal(undefined);
                expect(await window.connect(READER)).to.equal('connectionNotFound');
            }
        }
    },
    developerProfiles: {
        choose: {
            'the profile of this workspace': async window => {
                await window.signIn(ORGANISATION, USE);
                await window.developerProfiles.choose('codeWhisperer', WEB, SHOP);
                expect(window.shown?.developerProfiles?.codeWhisperer).to.deep.equal(WEB);
            }
        }
    },
    tools: {
        recordTerminal: {
            'the terminal': async window => {
                await window.tools.recordTerminal({ terminalId: 1, pinned: false });
                expect(await window.tools.terminals()).to.deep.equal([{ terminalId: 1, pinned: false }]);
            }
        },
        prepareConsole: {
            'a ticket that is good for one visit': async window => {
                const path = await window.tools.prepareConsole(BASE);
                expect(window.backend.get(ConsoleTickets).redeem(path?.split('/').at(-1) ?? '')).to.equal(BASE);
            }
        }
    },
    diagnosis: {},
    providers: {
        reportRefusal: {
            'the words of the service': async window => {
                await window.signIn({ kind: 'builderId' }, USE);
                window.providers.reportRefusal('codeWhisperer', 'No subscription.');
                expect(window.shown?.refusals?.[0]).to.include({ words: 'No subscription.' });
            }
        },
        reportAcceptance: {
            'that nothing is refused': async window => {
                await window.signIn({ kind: 'builderId' }, USE);
                window.providers.reportRefusal('codeWhisperer', 'No subscription.');
                window.providers.reportAcceptance('codeWhisperer');
                expect(window.shown?.refusals ?? []).to.deep.equal([]);
            }
        },
        reportRejection: {
            'that the sign-in has ended': async window => {
                await window.signIn({ kind: 'builderId' }, USE);
                const { token } = await window.providers.tokenProvider(BUILDER_ID, [])();
                window.providers.reportRejection(BUILDER_ID, token);
                expect(window.stateOf(BUILDER_ID, await window.accounts.refresh())).to.equal('expired');
            }
        },
        credentialProvider: {
            'the failure that its caller met': async window => {
                await window.roles.writeRoleProfiles([ROLE]);
                expect(await window.reasonOf(window.providers.credentialProvider(READER)())).to.equal('signInRequired');
                expect(window.stateOf(READER)).to.equal('expired');
            }
        }
    }
};

/** Methods of the backend's public API that only hand something out. */
const HANDS_OUT = ['tokenProvider', 'feedToken', 'feedCredentials', 'region', 'endpoint'];

describe('A call that changes something resolves to the state that contains', function () {
    this.timeout(20_000);

    let window: CallingWindow;

    beforeEach(async () => window = await CallingWindow.open());
    afterEach(() => window.close());

    for (const [subject, methods] of Object.entries(CASES)) {
        for (const [method, cases] of Object.entries(methods)) {
            for (const [sentence, run] of Object.entries(cases)) {
                it(`${sentence}: ${subject}.${method}`, () => run(window));
            }
        }
    }
});

describe('The calls that change something', () => {
    const subjects = {
        accounts: ChangingCalls.ACCOUNTS, profiles: ChangingCalls.PROFILES, roles: ChangingCalls.ROLES,
        developerProfiles: ChangingCalls.DEVELOPER_PROFILES, tools: ChangingCalls.TOOLS, diagnosis: ChangingCalls.DIAGNOSIS
    };

    for (const [subject, calls] of Object.entries(subjects)) {
        it(`have a case each: ${subject}`, () => {
            const changing = Object.entries(calls).filter(([, changes]) => changes).map(([method]) => method);
            expect(Object.keys(CASES[subject]).sort()).to.deep.equal(changing.sort());
        });
    }

    it('are those that a window can make', () => {
        const { ACCOUNTS: { catalogue, ...accounts }, PROFILES, ROLES, DEVELOPER_PROFILES, TOOLS, DIAGNOSIS } = CallShape;
        const shapes = [accounts, PROFILES, ROLES, DEVELOPER_PROFILES, TOOLS, DIAGNOSIS].map(shape => Object.keys(shape).sort());
        expect([catalogue?.length, Object.values(subjects).map(calls => Object.keys(calls).sort())]).to.deep.equal([2, shapes]);
    });

    it('have a case each where another extension makes them', () => {
        const own = Object.getOwnPropertyNames(AwsConnectionProvidersImpl.prototype);
        const internal = ['constructor', 'userConnection', 'profile', 'observed'];
        const methods = own.filter(name => !internal.includes(name));
        expect([...Object.keys(CASES.providers), ...HANDS_OUT].sort()).to.deep.equal(methods.sort());
    });
});
