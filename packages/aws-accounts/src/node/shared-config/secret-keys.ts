import { SESSION_TOKENS } from './profile-settings';

/** Keys whose values are secret: a file that has one is its owner's alone. */
export const SECRET_KEYS: readonly string[] = ['aws_secret_access_key', ...SESSION_TOKENS];

/** Keys whose values are not to be told to others, the secret ones included. */
export const CONFIDENTIAL_KEYS: readonly string[] = ['aws_access_key_id', ...SECRET_KEYS, 'external_id'];
