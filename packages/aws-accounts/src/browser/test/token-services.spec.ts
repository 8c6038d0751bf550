import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { readFile } from 'node:fs/promises';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import { TokenService } from '../../common/token-service/token-service';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { BackendFixture, OpenedWindow } from '../../node/test/backend-fixture';
import { sampleOrganisation } from 'aws-sign-in-emulator';
import { AwsAccountsPreferences } from '../../common/sign-in/aws-accounts-preferences';
import { useForCommand } from '../commands/token-service-commands';
import { dialogContent } from '../dialog/choice/dialog-content';
import { errorOf, GuardFixture } from '../guard/test/guard-fixture';
import { contextValues } from '../status/context-keys';
import { tokenServiceStatus } from '../status/token-service-status';
import { accountsRows } from '../view/rows/accounts-rows';
import type { AccountsRow } from '../view/rows/accounts-row';
disableJSDOM();

/** A service that does not exist, and takes no Builder ID. */
const BLUEPRINTS: TokenService = {
    id: 'blueprints',
    label: 'Acme Blueprints',
    scopes: ['codecatalyst:read_write'],
    methods: ['identityCenter'],
    hostRule: 'token'
};
const TWO: TokenServices = [TokenServices.CODEWHISPERER, BLUEPRINTS];
const CORP = AwsConnection.ssoSessionId('corp');
const SUGGEST: AwsRequirement = { kind: 'token', scopes: ['codewhisperer:completions'] };
const DRAW: AwsRequirement = { kind: 'token', scopes: ['codecatalyst:read_write'] };

describe('a product with two token services', () => {
    let fixture: BackendFixture;
    let backend: Container;
    let window: OpenedWindow;
    /** The browser half of the same window, which gets what the backend tells. */
    let page: GuardFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        const [{ startUrl, region }] = sampleOrganisation.directories;
        await fixture.write('.aws/config', `[sso-session corp]\nsso_start_url = ${startUrl}\nsso_region = ${region}\n`);
        backend = startBackend();
        window = fixture.openWindow(backend);
        page = new GuardFixture([], undefined, TWO);
        page.model.reset(await window.server.attach(undefined));
    });

    afterEach(() => fixture.dispose());

    function startBackend(): Container {
        const container = fixture.startBackend();
        container.rebind(ProductTokenServices).toConstantValue(TWO);
        return container;
    }

    async function signIn(connectionId: string, use?: string): Promise<void> {
        const shown = window.client.progress.length;
        const signingIn = window.server.signIn({ signInId: `${shown}`, target: { kind: 'connection', connectionId }, use });
        await window.client.until(() => window.client.progress.slice(shown).some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        expect((await signingIn).kind).to.equal('signedIn');
        page.model.accept(await window.server.refresh());
    }

    function snapshot(): AwsAccountsSnapshot {
        if (page.model.snapshot === undefined) {
            throw new Error('The window is not attached.');
        }
        return page.model.snapshot;
    }

    const now = (): number => Date.now();
    const rows = (): AccountsRow[] => accountsRows(snapshot(), { now: now(), home: undefined });
    const check = (requirement: AwsRequirement): string => page.model.check(requirement).kind;

    it('has a use, a row, a status entry, a command and context keys for each', () => {
        expect(Object.keys(snapshot().uses)).to.include.members(['codeWhisperer', 'blueprints', 'awsServices']);
        expect(rows().filter(({ kind }) => kind === 'use').map(({ id, name, status }) => `${id} ${name}: ${status}`)).to.deep.equal([
            'use:codeWhisperer CodeWhisperer: Not connected: sign in…',
            'use:blueprints Acme Blueprints: Not connected: sign in…',
            'use:awsServices AWS services: Not connected: choose a profile…'
        ]);
        expect(TWO.map(service => tokenServiceStatus(service, snapshot(), now()).text)).to.deep.equal([
            'CodeWhisperer: sign in', 'Acme Blueprints: sign in'
        ]);
        expect(TWO.map(service => useForCommand(service)).map(({ id, label }) => `${id} ${label}`)).to.deep.equal([
            'aws.accounts.useForCodeWhisperer Choose CodeWhisperer Connection...',
            'aws.accounts.useForBlueprints Choose Acme Blueprints Connection...'
        ]);
        expect(contextValues(snapshot(), now(), TWO)).to.deep.equal({
            awsIamProfileActive: false,
            awsCodeWhispererConnected: false, awsCodeWhispererMethod: '',
            awsBlueprintsConnected: false, awsBlueprintsMethod: ''
        });
        expect(JSON.stringify(AwsAccountsPreferences.schemaFor(TWO))).to.contain('CodeWhisperer and Acme Blueprints');
    });

    it('signs in for each with its own scopes, and lets each have its own connection', async () => {
        await signIn(AwsConnection.BUILDER_ID, 'codeWhisperer');
        expect(snapshot().uses).to.deep.include({ codeWhisperer: AwsConnection.BUILDER_ID, blueprints: undefined });
        expect([check(SUGGEST), check(DRAW)]).to.deep.equal(['satisfied', 'notConnected']);
        await signIn(CORP, 'blueprints');
        expect(snapshot().uses).to.deep.include({ codeWhisperer: AwsConnection.BUILDER_ID, blueprints: CORP });
        expect([check(SUGGEST), check(DRAW)]).to.deep.equal(['satisfied', 'satisfied']);
        const granted = snapshot().connections.find(({ connection }) => connection.id === CORP)?.state;
        expect(granted?.kind === 'signedIn' && granted.scopes).to.have.members(['sso:account:access', 'codecatalyst:read_write']);
        expect(rows().filter(({ kind }) => kind === 'use').slice(0, 2).map(({ name, detail }) => `${name}: ${detail}`)).to.deep.equal([
            `CodeWhisperer: AWS Builder ID`, `Acme Blueprints: corp · ${detailOf('corp')}`
        ]);
        expect(contextValues(snapshot(), now(), TWO)).to.deep.include({
            awsCodeWhispererMethod: 'builderId', awsBlueprintsConnected: true, awsBlueprintsMethod: 'identityCenter'
        });
    });

    function detailOf(name: string): string {
        const row = rows().flatMap(({ children = [] }) => children).find(
            ({ attributes }) => attributes['data-connection-id'] === `sso-session:${name}`
        );
        return row?.detail ?? 'no row';
    }

    it('guards the commands of each, and asks for the one that is missing by its name', async () => {
        await signIn(AwsConnection.BUILDER_ID, 'codeWhisperer');
        page.requirements.register('suggest', SUGGEST);
        page.requirements.register('draw', DRAW);
        const [suggest, draw] = [page.command('suggest'), page.command('draw')];
        await page.registry.executeCommand('suggest');
        expect(suggest.runs).to.have.length(1);

        const drawing = errorOf(page.registry.executeCommand('draw', 42));
        const question = await page.chooser.question();
        const content = dialogContent({
            question, snapshot: snapshot(), whenSwitching: 'ask', recents: [], selected: CORP, filter: '', now: now()
        });
        expect(content.title).to.equal('Run draw needs an Acme Blueprints sign-in');
        expect(content.explanation).to.equal('Acme Blueprints works with IAM Identity Center.');
        expect(content.rows.map(({ id }) => id)).to.deep.equal([CORP]);
        expect(draw.runs).to.be.empty;
        await signIn(CORP, 'blueprints');
        page.chooser.answer(true, { connectionId: CORP });
        expect(await drawing).to.equal(undefined);
        expect(draw.runs).to.deep.equal([[42]]);
    });

    it('keeps the requirements of both apart on one command', () => {
        page.requirements.register('both', SUGGEST);
        page.requirements.register('both', DRAW);
        page.requirements.register('both', { kind: 'token', scopes: [], service: 'blueprints' });
        expect(page.requirements.demandOf('both', []).requirements).to.deep.equal([SUGGEST, { ...DRAW, service: 'blueprints' }]);
    });

    it('gives no connection to a service that does not take it', async () => {
        await signIn(AwsConnection.BUILDER_ID);
        const refused = await errorOf(window.server.setUse('blueprints', AwsConnection.BUILDER_ID));
        expect((refused as { data?: { reason?: string } }).data?.reason).to.equal('invalidRequest');
    });

    it('remembers the choice of each, that of CodeWhisperer where earlier versions look for it', async () => {
        await signIn(AwsConnection.BUILDER_ID, 'codeWhisperer');
        await signIn(CORP, 'blueprints');
        expect(JSON.parse(await readFile(fixture.pathOf('.theia', 'aws-accounts.json'), 'utf8'))).to.deep.include({
            codeWhisperer: AwsConnection.BUILDER_ID, services: { blueprints: CORP }
        });
        const { uses } = await fixture.openWindow(startBackend()).server.attach(undefined);
        expect(uses).to.deep.include({ codeWhisperer: AwsConnection.BUILDER_ID, blueprints: CORP });
    });

    it('says what becomes of both when AWS services turn to a profile', async () => {
        await signIn(AwsConnection.BUILDER_ID, 'codeWhisperer');
        await signIn(CORP, 'blueprints');
        await fixture.write('.aws/credentials', '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = example\n');
        page.model.accept(await window.server.refresh());
        const { explanation, buttons, remember } = dialogContent({
            question: { requirement: { kind: 'iam' } }, snapshot: snapshot(), whenSwitching: 'ask', recents: [],
            selected: 'profile:dev', filter: '', now: now()
        });
        expect(explanation).to.contain('CodeWhisperer and Acme Blueprints work with sign-ins of their own.');
        expect(buttons.map(({ label }) => label)).to.deep.equal([
            'Use dev, stay connected to CodeWhisperer and Acme Blueprints', 'Use dev, disconnect CodeWhisperer and Acme Blueprints'
        ]);
        expect(remember).to.equal('Remember my choice about CodeWhisperer and Acme Blueprints');
    });
});

describe('a product that calls its token service something else', () => {
    const RENAMED: TokenServices = [{ ...TokenServices.CODEWHISPERER, label: 'Amazon Q' }];

    it('says that name in every text, and needs no other change', () => {
        const page = new GuardFixture([], undefined, RENAMED);
        const state: AwsAccountsSnapshot = {
            revision: 1, connections: [], uses: {}, services: RENAMED,
            files: { host: '', config: { path: '', exists: false }, credentials: { path: '', exists: false } }
        };
        page.attach(state);
        const said = JSON.stringify([
            accountsRows(state, { now: 0, home: undefined }).flatMap(row => [row, row.tooltip(), row.spoken(), row.actions()]),
            tokenServiceStatus(RENAMED[0], state, 0),
            useForCommand(RENAMED[0]).label,
            AwsAccountsPreferences.schemaFor(RENAMED),
            [
                SUGGEST, { kind: 'iam' } as const, { kind: 'either', of: [{ kind: 'iam' }, SUGGEST] } as const
            ].map(requirement => dialogContent({
                question: { requirement, command: 'Deploy' }, snapshot: state, whenSwitching: 'ask', recents: [], selected: undefined,
                filter: '', now: 0
            }))
        ]);
        expect(said).to.contain('Amazon Q');
        expect(said).not.to.match(/[^r]CodeWhisperer/);
    });
});
