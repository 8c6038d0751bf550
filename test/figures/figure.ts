import { appendFileSync } from 'node:fs';

/** One row of the table in `docs/figures.md`. */
export interface Figure {
    /** As issue and table number them. */
    readonly number: number;
    readonly what: string;
    readonly measured: string;
    /** The same by somebody else in the same run, or before a change. */
    readonly beside: string;
    readonly limit: string;
    /** The limit that hardware or protocol set. */
    readonly bound: string;
    readonly holds: boolean;
}

/** Shows figures, and keeps them for the table. The process ends with 1 when one is over its limit. */
export function report(...figures: readonly Figure[]): void {
    for (const { number, what, measured, beside, limit, holds } of figures) {
        process.stdout.write(
            `${holds ? 'ok  ' : 'OVER'} ${number} ${what}: ${measured} (limit ${limit})${beside === '' ? '' : `; beside it: ${beside}`}\n`
        );
    }
    if (process.env.FIGURES_FILE !== undefined) {
        figures.forEach(figure => appendFileSync(process.env.FIGURES_FILE ?? '', `${JSON.stringify(figure)}\n`));
    }
    if (figures.some(({ holds }) => !holds)) {
        process.exitCode = 1;
    }
}

/** Runs a benchmark to its end. */
export function run(main: () => Promise<void>): void {
    main().then(() => process.exit(), error => {
        console.error(error);
        process.exit(1);
    });
}

/** Other load on the machine only adds to a time, so that the shortest is nearest to the truth. */
export function shortest(values: readonly number[]): number {
    return Math.min(...values);
}

export function ms(value: number): string {
    return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
