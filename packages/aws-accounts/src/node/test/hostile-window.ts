import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { AwsAccountsError } from '../../common/state/aws-accounts-error';

type Method = (...args: unknown[]) => Promise<unknown>;

/** A window that sends whatever it likes, and what comes of it in the home folder and in the process. */
export class HostileWindow {

    protected readonly unhandled: unknown[] = [];
    protected readonly note = (error: unknown): void => void this.unhandled.push(error);

    constructor(protected readonly home: string) {
        process.on('unhandledRejection', this.note);
    }

    /**
     * Expects a known error or an answer of each call, and that nothing is written.
     *
     * @param values that no window of the product ever sends
     * @param runs how many calls with random arguments are made besides
     */
    async attack(method: Method, values: readonly unknown[], runs: number): Promise<void> {
        const value = fc.oneof(fc.constantFrom(...values), fc.anything({ withObjectString: true, withNullPrototype: true }));
        const before = await this.files();
        for (const nasty of values) {
            await this.call(method, [nasty, nasty]);
        }
        await fc.assert(fc.asyncProperty(fc.array(value, { maxLength: 4 }), args => this.call(method, args)), { numRuns: runs });
        expect(await this.files()).to.deep.equal(before);
        expect(this.unhandled).to.deep.equal([]);
    }

    dispose(): void {
        process.off('unhandledRejection', this.note);
    }

    /** Every file of the home folder with its text. */
    protected async files(): Promise<unknown> {
        const paths = (await readdir(this.home, { recursive: true })).sort();
        return Promise.all(paths.map(async path => {
            const full = join(this.home, path);
            return [path, (await stat(full)).isFile() ? await readFile(full, 'utf8') : 'folder'];
        }));
    }

    protected async call(method: Method, args: readonly unknown[]): Promise<void> {
        try {
            await method(...args);
        } catch (error) {
            expect(error instanceof Error && AwsAccountsError.is(error), String(error)).to.equal(true);
        }
    }
}
