export const COPY_ACCOUNT_ID = 'aws.accounts.copyAccountId';

export const COPY_ARN = 'aws.accounts.copyArn';

export const LIST_ASSIGNED = 'aws.accounts.listAssigned';

export const PIN = 'aws.accounts.pin';

export const UNPIN = 'aws.accounts.unpin';

export const USE_ROLE = 'aws.accounts.useRole';

export const WRITE_PROFILES = 'aws.accounts.writeProfiles';

export const SET_PRODUCTION = 'aws.accounts.setProduction';

export const FORGET_LOST_MARKS = 'aws.accounts.forgetLostMarks';

/** For a profile that this product wrote for an assigned role. */
export const REMOVE_PROFILE = 'aws.accounts.removeProfile';

export const EDIT_PROFILE = 'aws.accounts.editProfile';

export const DELETE_PROFILE = 'aws.accounts.deleteProfile';
