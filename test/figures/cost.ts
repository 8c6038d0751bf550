/** Milliseconds. Others on the machine take time, and none of the processor time of this process. */
export interface Cost {
    readonly time: number;
    readonly processor: number;
}

export async function costOf(act: () => Promise<unknown>): Promise<Cost> {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await act();
    const { user, system } = process.cpuUsage(used);
    return { time: performance.now() - start, processor: (user + system) / 1_000 };
}

/** The shortest of each: see `shortest`. */
export function cheapest(costs: readonly Cost[]): Cost {
    return { time: Math.min(...costs.map(({ time }) => time)), processor: Math.min(...costs.map(({ processor }) => processor)) };
}

const IDLE_FOR_MS = 120;
const MOST_OF_IDLE = 0.05;

/**
 * Waits until this process does next to nothing: what an earlier act has led to has come to its end, and counts for no later one. The
 * share of the processor is the fact that is waited for; it can only be measured over a time.
 */
export async function untilIdle(): Promise<void> {
    for (let share = 1; share > MOST_OF_IDLE;) {
        const { time, processor } = await costOf(() => new Promise(resolve => setTimeout(resolve, IDLE_FOR_MS)));
        share = processor / time;
    }
}
