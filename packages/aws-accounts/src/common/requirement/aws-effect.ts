/** The consequence that a command has in AWS, the harmless first. */
export type AwsEffect = 'read' | 'change' | 'destroy';

export namespace AwsEffect {

    export const ALL: readonly AwsEffect[] = ['read', 'change', 'destroy'];

    /**
     * The effect that a declaration means. A value that is none of them, as code in JavaScript may hand in, counts as the strongest, since
     * its author meant something.
     *
     * @returns `undefined`: nothing is said
     */
    export function of(value: unknown): AwsEffect | undefined {
        return value === undefined ? undefined : ALL.find(effect => effect === value) ?? 'destroy';
    }

    /** Tells whether a command of this effect leaves AWS other than it was. A command without an effect is taken at its word. */
    export function changes(effect: AwsEffect | undefined): effect is 'change' | 'destroy' {
        const known = of(effect);
        return known === 'change' || known === 'destroy';
    }

    /** The one that does most; `undefined`: none is said. */
    export function strongest(effects: readonly (AwsEffect | undefined)[]): AwsEffect | undefined {
        const known = effects.map(of);
        return ALL.findLast(effect => known.includes(effect));
    }
}
