import type { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { ProfileMark, ProfileMarks } from '../../common/connection/profile-marks';
import { RememberedChoices } from '../choices/remembered-choices';

interface Marked {
    readonly mark: ProfileMark | undefined;
    readonly lost: boolean;
    readonly ours: boolean;
    readonly connection: AwsConnection;
}

interface MarkedList {
    /** All that is known of profiles, as text: as little as people say of them. */
    readonly knowledge: string;
    readonly marked: readonly AwsConnection[];
}

/** The profiles of the files together with what the person and this product know of them. Keeps the objects of those that say the same. */
export class MarkedProfiles {

    protected readonly known = new WeakMap<IamProfileConnection, Marked>();
    protected readonly lists = new WeakMap<readonly IamProfileConnection[], MarkedList>();

    /** The same list for the same list, as long as nothing else is known of its profiles. */
    of(found: readonly IamProfileConnection[], choices: RememberedChoices): readonly AwsConnection[] {
        const ours = new Set(choices.roleProfiles.map(({ name }) => name));
        const marks = RememberedChoices.marks(choices);
        const knowledge = JSON.stringify([marks, [...ours]]);
        const known = this.lists.get(found);
        if (known?.knowledge === knowledge) {
            return known.marked;
        }
        const isPlain = ours.size === 0 && marks.lost !== true && Object.keys(marks.profiles).length === 0;
        const marked = isPlain ? found : found.map(profile => this.markedOf(profile, marks, ours.has(profile.name)));
        this.lists.set(found, { knowledge, marked });
        return marked;
    }

    protected markedOf(profile: IamProfileConnection, marks: ProfileMarks, ours: boolean): AwsConnection {
        const mark = marks.profiles[profile.id];
        const lost = marks.lost === true;
        const known = this.known.get(profile);
        if (known?.ours === ours && known.lost === lost && isSame(known.mark, mark)) {
            return known.connection;
        }
        const connection = ProfileMarks.applied(ours ? { ...profile, ours } : profile, marks);
        this.known.set(profile, { mark, lost, ours, connection });
        return connection;
    }
}

function isSame(one: ProfileMark | undefined, other: ProfileMark | undefined): boolean {
    return one?.production === other?.production && one?.region === other?.region;
}
