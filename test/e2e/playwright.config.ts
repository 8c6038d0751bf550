import { defineConfig } from '@playwright/test';

/** Every test has an emulator, a home folder and a backend of its own, so nothing one does is seen by another. */
export default defineConfig({
    testDir: '.',
    testMatch: '**/*.test.ts',
    // They need AWS's language server, which `npm test` installs where the registry has it.
    testIgnore: process.env.CODE_SUGGESTIONS === 'ignore' ? '**/code-suggestions*.test.ts' : [],
    outputDir: '../results/browser',
    workers: 2,
    fullyParallel: true,
    // Limits end what hangs. They are far from what a test takes, 5 to 25 seconds, so that none fails where other work has the machine.
    timeout: 300_000,
    expect: { timeout: 30_000 },
    reporter: [['list'], ['json']],
    use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        screenshot: 'only-on-failure',
        launchOptions: {
            executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
            args: [
                '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
                '--disable-component-update', '--disable-sync'
            ]
        }
    }
});
