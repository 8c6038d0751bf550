import { SECRET_KEYS } from './secret-keys';

/** Keys that make sense in a profile only: a section of another name that has one was meant as a profile. */
export const PROFILE_KEYS = new Set([
    'aws_access_key_id',
    ...SECRET_KEYS,
    'role_arn',
    'source_profile',
    'credential_source',
    'credential_process',
    'web_identity_token_file',
    'sso_session',
    'sso_start_url',
    'sso_account_id',
    'sso_role_name',
    'login_session'
]);
