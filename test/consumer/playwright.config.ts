import { defineConfig } from '@playwright/test';
import browser from '../e2e/playwright.config';

/** One product at a time, in the same browser as the other tests. */
export default defineConfig(
    browser, { testDir: '.', testMatch: '**/*.test.ts', outputDir: '../results/consumer', workers: 1, timeout: 240_000 }
);
