/** The longest time for which the event loop had no turn, in milliseconds, while `act` ran. */
export async function longestBlock(act: () => Promise<unknown>): Promise<number> {
    let longest = 0;
    let last = performance.now();
    const look = (): void => {
        const now = performance.now();
        longest = Math.max(longest, now - last - 1);
        last = now;
    };
    const timer = setInterval(look, 1);
    await act();
    await new Promise(setImmediate);
    look();
    clearInterval(timer);
    return longest;
}
