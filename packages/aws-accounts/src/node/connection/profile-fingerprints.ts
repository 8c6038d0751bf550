import type { AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { fingerprint } from '../credentials/profile-fingerprint';
import type { SharedConfig } from '../shared-config/shared-config';

/** A profile that is the same object has the same fingerprint: it is kept as long as all that it goes through says the same. */
interface Fingerprint {
    readonly connection: IamProfileConnection;
    readonly print: string;
}

/** Finds the profiles that the files describe in another way than at the last reading. */
export class ProfileFingerprints {

    protected readonly known = new Map<AwsConnectionId, Fingerprint>();

    /**
     * Notes all profiles, in slices, since there may be thousands.
     *
     * @param onChange gets each changed profile as soon as it is found
     * @returns the changed ones
     */
    *note(config: SharedConfig, onChange: (profile: IamProfileConnection) => void): Generator<void, ReadonlySet<AwsConnectionId>> {
        const changed = new Set<AwsConnectionId>();
        let there = 0;
        for (const connection of config.profiles) {
            const known = this.known.get(connection.id);
            if (known?.connection === connection) {
                there += 1;
                continue;
            }
            const print = this.printOf(connection, config);
            if (print === undefined) {
                continue;
            }
            there += 1;
            this.known.set(connection.id, { connection, print });
            if (known?.print !== print) {
                changed.add(connection.id);
                onChange(connection);
            }
            yield;
        }
        if (this.known.size > there) {
            this.forgetOthers(config.profiles);
        }
        return changed;
    }

    /** A profile that is gone is a new one when it comes back. */
    protected forgetOthers(profiles: readonly IamProfileConnection[]): void {
        const ids = new Set(profiles.map(({ id }) => id));
        [...this.known.keys()].filter(id => !ids.has(id)).forEach(id => this.known.delete(id));
    }

    protected printOf({ name, problem }: IamProfileConnection, { settings }: SharedConfig): string | undefined {
        const profile = problem?.kind === 'unreadableName' ? undefined : settings.profile(name);
        return profile && fingerprint(profile, settings);
    }
}
