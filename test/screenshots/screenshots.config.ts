import { defineConfig } from '@playwright/test';
import browserTests from '../e2e/playwright.config';

/** Not a test: takes the pictures of the documents (`documents.ts`), and more to look at, from the running example. */
export default defineConfig({
    ...browserTests, testDir: '.', testMatch: ['documents.ts', 'story.ts', 'view.ts'], outputDir: '../results/screenshots', reporter: 'list'
});
