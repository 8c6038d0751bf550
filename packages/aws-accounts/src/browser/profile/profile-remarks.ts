import type { FieldProblem, ProfileDraftCheck, ProfileField } from '../../common/profile/profile-draft';

/** Holds what the backend says about a draft, and shows of it what the person is ready for. */
export class ProfileRemarks {

    protected readonly touched = new Set<ProfileField>();
    protected checked: ProfileDraftCheck = { remarks: [], previews: [] };
    /** A check does not see the secrets, so that it takes none of these back. */
    protected ofSecrets: readonly FieldProblem[] = [];

    get previews(): ProfileDraftCheck['previews'] {
        return this.checked.previews;
    }

    /** The remark on a field: none yet on one that is still empty and that the person has not reached. */
    on(field: ProfileField): FieldProblem | undefined {
        const remark = [...this.checked.remarks, ...this.ofSecrets].find(candidate => candidate.field === field);
        return remark?.kind === 'missing' && !this.touched.has(field) ? undefined : remark;
    }

    /** Notes that the person has changed a field. Remarks on secrets are about what was submitted, and no longer hold. */
    touch(field: ProfileField): void {
        this.touched.add(field);
        this.ofSecrets = [];
    }

    /** Takes the answer about the present draft. */
    accept(checked: ProfileDraftCheck): void {
        this.checked = checked;
    }

    /** Takes the remarks because of which nothing was written. The person has reached every field that they name. */
    refuse(remarks: readonly FieldProblem[]): void {
        remarks.forEach(({ field }) => this.touched.add(field));
        this.ofSecrets = remarks.filter(({ field }) => field === 'secretAccessKey' || field === 'sessionToken');
        this.checked = { remarks, previews: [] };
    }
}
