import type { AwsRequirement } from './aws-requirement';

/** What running a command does in AWS, the harmless first. */
export type AwsEffect = 'read' | 'change' | 'destroy';

export namespace AwsEffect {

    export const ALL: readonly AwsEffect[] = ['read', 'change', 'destroy'];

    /**
     * Whether a command of this effect leaves AWS other than it was. One that does not say is taken at its word; an effect that is not
     * known counts as one.
     */
    export function changes(effect: AwsEffect | undefined): effect is 'change' | 'destroy' {
        return effect !== undefined && effect !== 'read';
    }

    /** The one that does most; `undefined`: none is known. */
    export function strongest(effects: readonly (AwsEffect | undefined)[]): AwsEffect | undefined {
        return ALL.findLast(effect => effects.includes(effect));
    }
}

/** A declaration as JSON: in a product's configuration or in the manifest of a VS Code extension. */
export interface AwsRequirementDeclaration {
    /** A command id, or a pattern: `*` stands for any number of characters, `?` for one. */
    readonly commands: string;
    readonly requirement: AwsRequirement;
    readonly effect?: AwsEffect;
}

/** An entry that cannot be understood, and why. `commands` is a command id or a pattern, where at least that is known. */
export interface BrokenDeclaration {
    readonly commands?: string;
    readonly reason: string;
}

export interface ReadDeclarations {
    readonly declarations: readonly AwsRequirementDeclaration[];
    readonly broken: readonly BrokenDeclaration[];
}

type Need = AwsRequirement & { readonly effect?: AwsEffect };

export namespace AwsRequirementDeclaration {

    const KEYS: { readonly [kind in AwsRequirement['kind']]: readonly string[] } = {
        iam: ['kind', 'effect', 'accounts', 'partitions', 'regions'],
        token: ['kind', 'effect', 'scopes'],
        either: ['kind', 'effect', 'of']
    };

    /**
     * Reads declarations that somebody wrote by hand: an object from command ids or patterns to what they need, or to a list of that. Never
     * throws; what cannot be understood is told, and does not take the rest with it.
     *
     * @param value for example `{ "my.product.*": { "kind": "iam", "accounts": ["111122223333"], "effect": "change" } }`; `undefined`:
     * nothing is declared
     */
    export function read(value: unknown): ReadDeclarations {
        if (value === undefined) {
            return { declarations: [], broken: [] };
        }
        if (!isObject(value)) {
            return { declarations: [], broken: [{ reason: `expected an object from command ids to requirements, found ${shown(value)}` }] };
        }
        const entries = Object.entries(value).flatMap(([commands, needs]) =>
            (Array.isArray(needs) ? (needs as unknown[]) : [needs]).map(need => ({ commands, need }))
        );
        const results = entries.map(({ commands, need }) => ({ commands, need, reason: flaw(commands, need) }));
        return {
            declarations: results
                .filter(({ reason }) => reason === undefined)
                .map(({ commands, need }) => declaration(commands, need as Need)),
            broken: results.flatMap(({ commands, reason }) => (reason === undefined ? [] : [{ commands, reason }]))
        };
    }

    /** What is wrong, and with what, as a sentence for the log and the person. @param origin who wrote it */
    export function problemText(origin: string, { commands, reason }: BrokenDeclaration): string {
        return `AWS requirements of ${origin}${commands === undefined ? '' : `, "${shortened(commands)}"`}: ${reason}.`;
    }

    function declaration(commands: string, { effect, ...requirement }: Need): AwsRequirementDeclaration {
        return { commands, requirement, ...effect && { effect } };
    }

    /** Why an entry cannot be understood; a key nobody knows counts, since a restriction with a typo would restrict nothing. */
    function flaw(commands: string, need: unknown): string | undefined {
        if (commands.trim() === '') {
            return 'the command id is empty';
        }
        return needFlaw(need);
    }

    function needFlaw(need: unknown): string | undefined {
        if (!isObject(need)) {
            return `expected an object with a "kind", found ${shown(need)}`;
        }
        if (need.kind !== 'iam' && need.kind !== 'token' && need.kind !== 'either') {
            return `"kind" has to be "iam", "token" or "either", found ${shown(need.kind)}`;
        }
        const { kind } = need;
        const unknown = Object.keys(need).find(key => !KEYS[kind].includes(key));
        if (unknown !== undefined) {
            return `"${unknown}" is not known for kind "${kind}"; known are ${KEYS[kind].join(', ')}`;
        }
        if (need.effect !== undefined && !AwsEffect.ALL.some(effect => effect === need.effect)) {
            return `"effect" has to be one of ${AwsEffect.ALL.join(', ')}, found ${shown(need.effect)}`;
        }
        switch (kind) {
            case 'iam':
                return iamFlaw(need);
            case 'token':
                return listFlaw(need, 'scopes', true);
            case 'either':
                return choiceFlaw(need.of);
        }
    }

    function choiceFlaw(of: unknown): string | undefined {
        if (!Array.isArray(of) || of.length === 0) {
            return `"of" has to be a list of requirements that is not empty, found ${shown(of)}`;
        }
        return of.map((one: unknown, index) => alternativeFlaw(one, `"of"[${index}]`)).find(reason => reason !== undefined);
    }

    function alternativeFlaw(one: unknown, place: string): string | undefined {
        if (isObject(one) && (one.kind === 'either' || one.effect !== undefined)) {
            return `${place}: only "iam" and "token" can be chosen between, and an "effect" belongs to the whole`;
        }
        const reason = needFlaw(one);
        return reason && `${place}: ${reason}`;
    }

    function iamFlaw(need: { readonly [key: string]: unknown }): string | undefined {
        const bad = listFlaw(need, 'accounts') ?? listFlaw(need, 'partitions') ?? listFlaw(need, 'regions');
        const account =
            bad === undefined && need.accounts !== undefined ? (need.accounts as string[]).find(id => !/^\d{12}$/.test(id)) : undefined;
        return account === undefined ? bad : `"accounts" holds ${shown(account)}, which is not an account id of 12 digits`;
    }

    function listFlaw(need: { readonly [key: string]: unknown }, key: string, needed = false): string | undefined {
        const value = need[key];
        if (value === undefined && !needed) {
            return undefined;
        }
        const good = Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'string' && item !== '');
        return good ? undefined : `"${key}" has to be a list of strings that is not empty, found ${shown(value)}`;
    }

    function isObject(value: unknown): value is { readonly [key: string]: unknown } {
        return typeof value === 'object' && value !== null && !Array.isArray(value);
    }

    /** Enough of a value to find it again. */
    function shown(value: unknown): string {
        return value === undefined ? 'nothing' : shortened(JSON.stringify(value));
    }

    function shortened(text: string): string {
        return text.length > 80 ? `${text.slice(0, 80)}…` : text;
    }
}
