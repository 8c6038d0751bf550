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

    protected known = new Map<AwsConnectionId, Fingerprint>();

    /**
     * Notes all profiles, in slices, since there may be thousands.
     *
     * @param onChange gets each changed profile as soon as it is found
     * @returns the changed ones
     */
    *note(config: SharedConfig, onChange: (profile: IamProfileConnection) => void): Generator<void, ReadonlySet<AwsConnectionId>> {
        const before = this.known;
        this.known = new Map();
        const changed = new Set<AwsConnectionId>();
        for (const connection of config.profiles) {
            const known = before.get(connection.id);
            if (known?.connection === connection) {
                this.known.set(connection.id, known);
                continue;
            }
            const print = this.printOf(connection, config);
            if (print === undefined) {
                continue;
            }
            this.known.set(connection.id, { connection, print });
            if (known?.print !== print) {
                changed.add(connection.id);
                onChange(connection);
            }
            yield;
        }
        return changed;
    }

    protected printOf({ name, problem }: IamProfileConnection, { settings }: SharedConfig): string | undefined {
        const profile = problem?.kind === 'unreadableName' ? undefined : settings.profile(name);
        return profile && fingerprint(profile, settings);
    }
}
