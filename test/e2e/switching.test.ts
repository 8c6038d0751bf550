import { CONFIG } from './home-folder';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { recordTexts } from './recorded-texts';

const USE = 'aws.accounts.useProfile';
const WHOAMI = 'aws.sample.showCallerIdentity';
/** Long enough for a switch in the meantime. */
const SLOW_MS = 4000;
const SWITCHES = 100;

interface Identity {
    readonly label: string;
    readonly arn: RegExp;
}

/** Status bar text and caller identity of each profile; `vault` is a process, `sandbox` a role of Identity Center. */
const IDENTITIES: { readonly [profile: string]: Identity } = {
    default: { label: 'AWS: default 444455556666 us-east-1', arn: /^arn:aws:iam::444455556666:user\/staging$/ },
    dev: { label: 'AWS: dev 111122223333 eu-central-1', arn: /^arn:aws:iam::111122223333:user\/dev$/ },
    ops: { label: 'AWS: ops 111122223333 us-east-1 (default)', arn: /^arn:aws:sts::111122223333:assumed-role\/Deployer\// },
    sandbox: {
        label: 'AWS: sandbox 111122223333 us-east-1 (default)',
        arn: /^arn:aws:sts::111122223333:assumed-role\/AWSReservedSSO_AdministratorAccess_/
    },
    vault: { label: 'AWS: vault 777788889999 eu-west-1', arn: /^arn:aws:iam::777788889999:user\/careful$/ }
};
const NAMES = Object.keys(IDENTITIES);
const VAULT_KEYS = '{"Version": 1, "AccessKeyId": "AKIAJQ6MFAUSEREXAMPL", "SecretAccessKey": "ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0"}';

/** View, status bar and what the backend does agree. */
async function expectInUse(window: IdeWindow, name: string): Promise<void> {
    await expect(window.statusBar('iam')).toHaveText(IDENTITIES[name].label);
    await expect(window.accounts.use('awsServices')).toContainText(name);
    expect((await window.run(WHOAMI)).result).toMatch(IDENTITIES[name].arn);
}

/** A label with an account is that of the profile that it names. */
function expectTrue(labels: readonly string[]): void {
    const known = Object.values(IDENTITIES).map(({ label }) => label);
    expect(labels.filter(label => /\d{12}/.test(label) && !known.includes(label))).toEqual([]);
}

/** Numbers from 0 to 1 that look random and are the same in every run (a linear congruential generator). */
function numbers(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

async function openWithAllProfiles(ide: Ide): Promise<IdeWindow> {
    ide.home.write('keys.json', VAULT_KEYS);
    ide.home.write(
        '.aws/config', `${CONFIG}\n[profile vault]\nregion = eu-west-1\ncredential_process = /bin/cat ${ide.home.pathOf('keys.json')}\n`
    );
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    const signIn = await window.start('aws.accounts.signIn', 'sso-session:corp');
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    return window;
}

test.describe('switching from one profile to another', () => {

    test('while a command is under way: it ends as the profile it began with, and everything else is the new one', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.run(USE, 'profile:dev');
        await expectInUse(window, 'dev');
        const labels = await recordTexts(window.page, window.statusBar('iam'));
        ide.emulator.faults.add({ operation: 'Invoke', kind: 'delay', ms: SLOW_MS, times: 1 });
        const slow = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
        await expect.poll(() => ide.emulator.faults.isDue('Invoke')).toBe(false);
        await window.run(USE, 'profile:default');
        await expectInUse(window, 'default');
        expect(ide.emulator.count('Invoke'), 'still under way').toBe(0);
        expect((await slow.outcome()).result).toMatchObject({ caller: 'arn:aws:iam::111122223333:user/dev' });
        await expect(window.notifications.filter({ hasText: 'answered' }), 'says as whom').toContainText(
            'arn:aws:iam::111122223333:user/dev'
        );
        await expectInUse(window, 'default');
        expect(ide.emulator.count('Invoke')).toBe(1);
        expectTrue(await labels());
    });

    test('while AWS is slow to say who the first one is: the answer never stands under the name of the second', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const labels = await recordTexts(window.page, window.statusBar('iam'));
        ide.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'delay', ms: SLOW_MS, times: 1 });
        const slow = await window.start(USE, 'profile:dev');
        await expect(window.statusBar('iam')).toHaveText('AWS: dev connecting…');
        await expect.poll(() => ide.emulator.faults.isDue('GetCallerIdentity')).toBe(false);
        await window.run(USE, 'profile:default');
        await expectInUse(window, 'default');
        await slow.outcome();
        await expect(window.accounts.connection('profile:dev')).toHaveAttribute('data-connection-state', 'notConnected');
        await expectInUse(window, 'default');
        await window.run(USE, 'profile:dev');
        await expectInUse(window, 'dev');
        expectTrue(await labels());
    });

    test('while a command waits for AWS to say who the first one is: it runs as what the label says', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        ide.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'delay', ms: SLOW_MS, times: 1 });
        await window.start(USE, 'profile:dev');
        await expect(window.statusBar('iam')).toHaveText('AWS: dev connecting…');
        const command = await window.start(WHOAMI);
        await expect(window.notifications.filter({ hasText: 'Asking AWS who dev is...' })).toBeVisible();
        await expect.poll(() => ide.emulator.faults.isDue('GetCallerIdentity')).toBe(false);
        await window.run(USE, 'profile:default');
        expect((await command.outcome()).result).toMatch(IDENTITIES.default.arn);
        await expectInUse(window, 'default');
    });

    test('and back before the first switch is done: what was asked for last is in use', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.run(USE, 'profile:dev');
        const switches = [await window.start(USE, 'profile:default'), await window.start(USE, 'profile:dev')];
        await Promise.all(switches.map(command => command.outcome()));
        await expectInUse(window, 'dev');
    });

    test(`${SWITCHES} times in any order, some before the last one is done: the label is the identity each time`, async ({ ide }) => {
        const window = await openWithAllProfiles(ide);
        const labels = await recordTexts(window.page, window.statusBar('iam'));
        const next = numbers(20_261_123);
        for (let done = 0; done < SWITCHES;) {
            const together = Math.min(1 + Math.floor(next() * 6), SWITCHES - done);
            const names = Array.from({ length: together }, () => NAMES[Math.floor(next() * NAMES.length)]);
            const running = [];
            for (const name of names) {
                running.push(await window.start(USE, `profile:${name}`));
            }
            await Promise.all(running.map(command => command.outcome()));
            await expectInUse(window, names[names.length - 1]);
            done += together;
        }
        expectTrue(await labels());
        expect((await labels()).length).toBeGreaterThan(SWITCHES / 4);
    });
});
