import { defineConfig } from '@playwright/test';

/** The windows are not those of a browser that the runner knows: they are driven by the tests themselves. */
export default defineConfig({
    testDir: '.', testMatch: '**/*.test.ts', outputDir: '../results/desktop', workers: 1, timeout: 240_000, expect: { timeout: 30_000 },
    reporter: [['list'], ['json']]
});
