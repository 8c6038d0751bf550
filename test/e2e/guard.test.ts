import { expect, test } from './ide';

const INVOKE = 'aws.sample.invokeLambda';
const INVOCATION = { functionName: 'hello-world', payload: { order: 42 } };

test.describe('an IAM-only command', () => {

    test('with nothing connected: chooses a profile, then runs once with its arguments', async ({ ide }) => {
        const window = await ide.openWindow();
        const command = await window.start(INVOKE, INVOCATION);
        const { dialog } = window;
        await expect(dialog.root).toContainText('Invoke Lambda Function needs IAM credentials');
        await expect(dialog.button('stay-connected')).toHaveCount(0);
        expect(ide.emulator.count('Invoke')).toBe(0);
        await dialog.choice('profile:dev').click();
        await dialog.button('use').click();
        expect((await command.outcome()).result).toMatchObject({ event: { order: 42 }, caller: 'arn:aws:iam::111122223333:user/dev' });
        expect(ide.emulator.count('Invoke')).toBe(1);
        await expect(window.statusBar('iam')).toContainText('dev 111122223333 eu-central-1');
        await expect(window.notifications.filter({ hasText: 'Hello from hello-world' })).toBeVisible();
    });

    test('with Builder ID connected: the alert, and CodeWhisperer stays connected', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await ide.signInWithBuilderId(window);
        const command = await window.start(INVOKE, INVOCATION);
        const { dialog } = window;
        await expect(dialog.root).toContainText('CodeWhisperer works with AWS Builder ID');
        await dialog.choice('profile:dev').click();
        await expect(dialog.button('stay-connected')).toHaveText('Use dev, stay connected to CodeWhisperer');
        await dialog.button('stay-connected').click();
        expect((await command.outcome()).result).toMatchObject({ event: { order: 42 } });
        expect(ide.emulator.count('Invoke')).toBe(1);
        await expect(window.accounts.use('codeWhisperer')).toContainText('AWS Builder ID');
        await expect(window.accounts.use('awsServices')).toContainText('dev');
        const suggestion = await window.run('aws.sample.suggestCode');
        expect(suggestion.result).toContain('items.filter');
    });

    test('disconnecting CodeWhisperer keeps its sign-in, and Undo brings everything back', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await ide.signInWithBuilderId(window);
        const command = await window.start(INVOKE, INVOCATION);
        await window.dialog.choice('profile:dev').click();
        await window.dialog.button('disconnect').click();
        await command.outcome();
        await expect(window.statusBar('codewhisperer')).not.toContainText('Builder ID');
        await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedIn');
        await window.notifications.getByRole('button', { name: 'Undo' }).click();
        await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
        await expect(window.statusBar('iam')).not.toContainText('dev');
    });

    test('remembers the choice: the next time nothing is asked about CodeWhisperer', async ({ ide }) => {
        const window = await ide.openWindow();
        await ide.signInWithBuilderId(window);
        const first = await window.start(INVOKE, INVOCATION);
        await window.dialog.choice('profile:dev').click();
        await window.dialog.button('remember').check();
        await window.dialog.button('stay-connected').click();
        await first.outcome();
        await window.run('aws.accounts.stopUsingProfile');
        const second = await window.start(INVOKE, INVOCATION);
        await expect(window.dialog.root).toContainText('CodeWhisperer stays connected with AWS Builder ID.');
        await expect(window.dialog.button('stay-connected')).toHaveCount(0);
        await window.dialog.button('use').click();
        expect((await second.outcome()).result).toMatchObject({ event: { order: 42 } });
    });

    test('Escape: nothing ran, nothing changed, nothing is complained about', async ({ ide }) => {
        const window = await ide.openWindow();
        await ide.signInWithBuilderId(window);
        ide.emulator.forgetRequests();
        const command = await window.start(INVOKE, INVOCATION);
        await expect(window.dialog.root).toBeVisible();
        await window.page.keyboard.press('Escape');
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
        await window.dialog.expectClosed();
        expect(ide.emulator.requests).toEqual([]);
        await expect(window.statusBar('iam')).toContainText('choose profile');
        await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
        await expect(window.notifications).toHaveCount(0);
    });

    test('Escape belongs to the dialog, also while a notification is on the screen', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await window.run('aws.accounts.stopUsingProfile');
        await expect(window.notifications).not.toHaveCount(0);
        const command = await window.start(INVOKE, INVOCATION);
        await expect(window.dialog.root).toBeVisible();
        await window.page.keyboard.press('Escape');
        await window.dialog.expectClosed();
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
        await expect(window.notifications).not.toHaveCount(0);
        expect(window.consoleLines.join('\n')).not.toContain('is already registered');
    });

    test('still waits when the prompt has been open for more than 30 seconds', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.page.clock.install();
        const command = await window.start(INVOKE, INVOCATION);
        await expect(window.dialog.root).toBeVisible();
        // Theia lets a command run when a listener of onWillExecuteCommand takes longer than 30 s: that very timer has to be outlived.
        await window.page.clock.runFor(31_000);
        expect(ide.emulator.count('Invoke')).toBe(0);
        await expect(window.dialog.root).toBeVisible();
        await window.dialog.choice('profile:dev').click();
        await window.dialog.button('use').click();
        expect((await command.outcome()).result).toMatchObject({ event: { order: 42 } });
        expect(ide.emulator.count('Invoke')).toBe(1);
    });

    test('asks once for many, and a profile that AWS refuses can be changed on the spot', async ({ ide }) => {
        ide.home.write('.aws/credentials', '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wrong\n[default]\n'
            + 'aws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\n');
        const window = await ide.openWindow();
        const first = await window.start(INVOKE, INVOCATION);
        const second = await window.start('aws.sample.showCallerIdentity');
        const { dialog } = window;
        await dialog.choice('profile:dev').click();
        await dialog.button('use').click();
        await expect(dialog.root.getByRole('alert')).toContainText('AWS does not know the credentials of dev');
        await expect(dialog.root).toHaveCount(1);
        await dialog.choice('profile:default').click();
        await dialog.button('use').click();
        expect((await first.outcome()).result).toMatchObject({ caller: 'arn:aws:iam::444455556666:user/staging' });
        expect((await second.outcome()).result).toBe('arn:aws:iam::444455556666:user/staging');
    });

    test('signs in to the SSO session behind the chosen profile, in the same dialog', async ({ ide }) => {
        const window = await ide.openWindow();
        const command = await window.start(INVOKE, INVOCATION);
        await window.dialog.choice('profile:sandbox').click();
        await expect(window.dialog.button('use')).toHaveText('Sign in with corp');
        await window.dialog.button('use').click();
        ide.emulator.approve(await window.dialog.userCode());
        expect((await command.outcome()).result).toMatchObject({ event: { order: 42 } });
    });
});

test('a workspace adds guards, and removes none', async ({ ide }) => {
    ide.home.write(
        'workspace/.theia/settings.json',
        JSON.stringify({ 'aws.accounts.requirements': { 'output:toggle': { kind: 'iam' }, [INVOKE]: [] } })
    );
    const window = await ide.openWindow();
    for (const [id, title] of [['output:toggle', 'Toggle Output'], [INVOKE, 'Invoke Lambda Function']]) {
        const command = await window.start(id, INVOCATION);
        await expect(window.dialog.root).toContainText(`${title} needs IAM credentials`);
        await window.dialog.button('cancel').click();
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
    }
});

test('a CodeWhisperer command while only IAM is active says why that is not enough', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.useProfile', 'profile:dev');
    const command = await window.start('aws.sample.suggestCode');
    await expect(window.dialog.root).toContainText('not with IAM credentials. AWS services stay with profile dev.');
    await window.dialog.choice('builder-id').click();
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    expect((await command.outcome()).result).toContain('items.filter');
    await expect(window.statusBar('iam')).toContainText('dev');
});
