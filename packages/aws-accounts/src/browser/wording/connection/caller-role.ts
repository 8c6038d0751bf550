/** The role, or else the user, that an ARN of a caller names, as people know it; `undefined` for any other ARN. */
export function callerRole(arn: string): string | undefined {
    const [kind, name] = arn.split(':').slice(5).join(':').split('/');
    if (kind === 'assumed-role' && name !== undefined) {
        // IAM Identity Center names a role after its permission set: AWSReservedSSO_<permission set>_<16 hex digits>
        return /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name)?.[1] ?? name;
    }
    return kind === 'user' ? arn.slice(arn.lastIndexOf('/') + 1) : undefined;
}
