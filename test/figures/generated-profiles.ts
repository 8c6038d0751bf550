const EACH_SESSION = 200;
const MOST_SESSIONS = 50;

/**
 * A config file as tools write it for many accounts: profiles of SSO sessions, some with nested keys, and roles in chains of up to three.
 *
 * @param region that of the profile in the middle, so that a change of one profile is a change of this
 */
export function configOf(profiles: number, region = 'eu-central-1'): string {
    const sessions = Math.max(1, Math.min(MOST_SESSIONS, Math.round(profiles / EACH_SESSION)));
    const middle = Math.floor(profiles / 2);
    return [
        ...Array.from({ length: sessions }, (_, index) => sessionOf(index)),
        ...Array.from({ length: profiles }, (_, index) => profileOf(index, sessions, index === middle ? region : 'eu-central-1'))
    ].join('\n');
}

function sessionOf(index: number): string {
    return `[sso-session corp${index}]
sso_start_url = https://corp${index}.awsapps.com/start
sso_region = eu-central-1
sso_registration_scopes = sso:account:access
`;
}

function profileOf(index: number, sessions: number, region: string): string {
    const account = String(100_000_000_000 + index);
    if (index % 5 === 4) {
        const source = index % 10 === 9 ? index - 5 : index - 4;
        return `[profile p${index}]\nrole_arn = arn:aws:iam::${account}:role/Admin\nsource_profile = p${source}\nregion = ${region}\n`;
    }
    const nested = index % 5 === 3 ? 's3 =\n    addressing_style = path\n    max_concurrent_requests = 20\n' : 'output = json\n';
    return `[profile p${index}]
sso_session = corp${index % sessions}
sso_account_id = ${account}
sso_role_name = ReadOnly
region = ${region}
${nested}`;
}
