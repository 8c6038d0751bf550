import type { Page } from '@playwright/test';

/** Complaints of every page of Theia, with this extension and without it. */
const OF_THEIA = [
    /favicon\.ico/,
    // A denied or cancelled command ends as the rejection of a promise that a menu does not look at.
    /Uncaught \(in promise\).*Cancel/
];

/** Faults of a page: errors in its console, requests that fail or are refused. */
export class PageWatch {

    protected readonly found: string[] = [];

    constructor(page: Page) {
        page.on('console', message => message.type() === 'error' && this.found.push(`${message.text()} ${message.location().url}`));
        page.on('pageerror', error => this.found.push(`page error: ${error.stack ?? error.message}`));
        page.on('response', response => response.status() >= 400 && this.found.push(`${response.status()} ${response.url()}`));
    }

    get problems(): readonly string[] {
        return this.found.filter(problem => !OF_THEIA.some(known => known.test(problem)));
    }
}
