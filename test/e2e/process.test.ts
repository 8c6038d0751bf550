import { existsSync, readFileSync } from 'node:fs';
import { CONFIG } from './home-folder';
import { expect, Ide, test } from './ide';

const VAULT = 'profile:vault';
const WHOAMI = 'aws.sample.showCallerIdentity';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const KEYS = JSON.stringify({ Version: 1, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: SECRET });

/** Makes profile `vault` run a script of the shell, which leaves a line with its process id each time. */
function vaultRuns({ home }: Ide, script: string): void {
    home.write('vault.sh', `echo $$ >> '${home.pathOf('runs')}'\n${script}\n`);
    home.write('.aws/config', `${CONFIG}\n[profile vault]\nregion = eu-west-1\ncredential_process = /bin/sh ${home.pathOf('vault.sh')}\n`);
}

/** The process ids of all runs so far. */
function runs({ home }: Ide): number[] {
    const file = home.pathOf('runs');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}

/** A process that has ended may wait for its parent to hear of it. */
function isRunning(pid: number): boolean {
    const file = `/proc/${pid}/stat`;
    return existsSync(file) && !readFileSync(file, 'utf8').includes(') Z ');
}

test.describe('a credential_process', () => {

    test('runs when its profile is used, never at the start, and not for every command', async ({ ide }) => {
        vaultRuns(ide, `printf '%s' '${KEYS}'`);
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.accounts.connection(VAULT).hover();
        await expect(window.page.locator('.theia-hover')).toContainText('external process');
        await window.run('aws.accounts.refresh');
        expect(runs(ide), 'neither at the start nor for the view').toEqual([]);

        const command = await window.start(WHOAMI);
        await window.dialog.choice(VAULT).click();
        expect(runs(ide), 'nor for the choice').toEqual([]);
        await window.dialog.button('use').click();
        expect((await command.outcome()).result).toBe('arn:aws:iam::111122223333:user/dev');
        await expect(window.statusBar('iam')).toHaveText('AWS: vault 111122223333 eu-west-1');
        await window.run(WHOAMI);
        expect(runs(ide)).toHaveLength(1);

        await window.reload();
        await window.run('aws.accounts.openView');
        expect(runs(ide), 'nor for a window that was loaded again').toHaveLength(1);
    });

    test('that takes its time shows that it is at work, and is killed by Cancel', async ({ ide }) => {
        vaultRuns(ide, 'sleep 600 & wait');
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const command = await window.start(WHOAMI);
        await window.dialog.choice(VAULT).click();
        await window.dialog.button('use').click();
        await expect(window.dialog.root.getByRole('status')).toContainText('Asking AWS who vault is...');
        await expect(window.accounts.connection(VAULT)).toContainText('connecting…');
        await expect.poll(() => runs(ide)).toHaveLength(1);
        const [pid] = runs(ide);
        expect(isRunning(pid)).toBe(true);
        await window.dialog.button('cancel').click();
        await expect.poll(() => isRunning(pid)).toBe(false);
        await expect(window.dialog.button('use')).toBeVisible();
        await expect(window.dialog.root.getByRole('alert')).toHaveCount(0);
        await expect(window.accounts.connection(VAULT)).toHaveAttribute('data-connection-state', 'notConnected');
        await window.page.keyboard.press('Escape');
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
    });

    test('of a profile that is in use is waited for in a notification, and killed by its Cancel', async ({ ide }) => {
        vaultRuns(ide, `test $(wc -l < '${ide.home.pathOf('runs')}') -eq 1 || { sleep 600 & wait; }; printf '%s' '${KEYS}'`);
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', VAULT);
        await expect(window.statusBar('iam')).toContainText('vault 111122223333');
        await ide.backend.stop();
        await ide.startBackend();
        const later = await ide.openWindow();
        await expect(later.statusBar('iam')).toHaveText('AWS: vault eu-west-1');
        const command = await later.start(WHOAMI);
        const waiting = later.notifications.filter({ hasText: 'Asking AWS who vault is...' });
        await expect(waiting).toBeVisible();
        await expect.poll(() => runs(ide)).toHaveLength(2);
        await waiting.getByRole('button', { name: 'Cancel' }).click();
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
        await expect.poll(() => isRunning(runs(ide)[1])).toBe(false);
        await expect(later.statusBar('iam')).toHaveText('AWS: vault eu-west-1');
    });

    test('that was begun from the view is killed when the person stops using its profile, or turns to another one', async ({ ide }) => {
        vaultRuns(ide, 'sleep 600 & wait');
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const using = await window.start('aws.accounts.useProfile', VAULT);
        await expect(window.statusBar('iam')).toHaveText('AWS: vault connecting…');
        await expect.poll(() => runs(ide)).toHaveLength(1);
        await window.run('aws.accounts.stopUsingProfile');
        await expect.poll(() => isRunning(runs(ide)[0])).toBe(false);
        await using.outcome();
        await expect(window.statusBar('iam')).toHaveText('AWS: choose profile');
        await expect(window.accounts.connection(VAULT)).toHaveAttribute('data-connection-state', 'notConnected');

        await window.start('aws.accounts.useProfile', VAULT);
        await expect.poll(() => runs(ide)).toHaveLength(2);
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await expect.poll(() => isRunning(runs(ide)[1])).toBe(false);
        await expect(window.statusBar('iam')).toHaveText('AWS: dev 111122223333 eu-central-1');
        await expect(window.accounts.connection(VAULT)).toHaveAttribute('data-connection-state', 'notConnected');
    });

    const ends: readonly (readonly [sentence: string, script: string, said: string])[] = [
        ['ends with an error: its exit code and what it said are shown, without '
            + 'secrets', `echo "vault is locked, last key ${SECRET}" >&2; exit 3`,
            'The credential_process of vault ended with exit code 3: vault is locked, last key [...]'],
        [
            'prints no JSON: that is said, and nothing of it is shown', `echo '${SECRET}'`,
            'The credential_process of vault printed no credentials (no JSON object).'
        ]
    ];
    for (const [sentence, script, said] of ends) {
        test(`that ${sentence}, in the row and in the dialog, with one action`, async ({ ide }) => {
            vaultRuns(ide, script);
            const window = await ide.openWindow();
            await window.run('aws.accounts.openView');
            const command = await window.start(WHOAMI);
            await window.dialog.choice(VAULT).click();
            await window.dialog.button('use').click();
            await expect(window.dialog.root.getByRole('alert')).toContainText(said);
            await expect(window.dialog.root.locator('[data-action="open-config"]')).toBeVisible();
            await window.dialog.button('cancel').click();
            expect(await command.outcome()).toEqual({ error: 'Canceled' });
            const row = window.accounts.connection(VAULT);
            await expect(row).toHaveAttribute('data-connection-state', 'failed');
            await expect(row).toContainText(said);
            await row.hover();
            await expect(row.getByRole('button', { name: 'Open Config File' })).toBeVisible();
            expect(`${await window.page.content()} ${ide.logs(window)}`).not.toContain(SECRET);
        });
    }
});
