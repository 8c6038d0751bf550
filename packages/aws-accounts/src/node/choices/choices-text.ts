import { Pin } from '../../common/connection/pin';
import type { ProfileMark } from '../../common/connection/profile-marks';
import { DeveloperProfile } from '../../common/token-service/developer-profile';
import { isObject, parseJson } from '../../common/value/json-value';
import { RememberedChoices, RememberedRoleProfile, RememberedSsoSession } from './remembered-choices';

/** Reads what a file holds; members of newer versions are kept. `undefined`: the text is not such a file. */
export function readChoices(text: string): RememberedChoices | undefined {
    const value = parseJson(text);
    return isChoices(value) ? { ...RememberedChoices.NONE, ...value } : undefined;
}

function isChoices(value: unknown): value is Partial<RememberedChoices> {
    if (!isObject(value)) {
        return false;
    }
    const { codeWhisperer, services = {}, awsServices = {}, profiles = {}, developerProfiles = {}, marksLost } = value;
    const { ssoSessions = [], roleProfiles = [], pins = [] } = value;
    return (
        (codeWhisperer === undefined || typeof codeWhisperer === 'string') &&
        (marksLost === undefined || typeof marksLost === 'boolean') &&
        [services, awsServices].every(map => isObject(map) && Object.values(map).every(id => typeof id === 'string')) &&
        isObject(profiles) &&
        Object.values(profiles).every(isMark) &&
        isObject(developerProfiles) &&
        Object.values(developerProfiles).every(chosen => isObject(chosen) && Object.values(chosen).every(DeveloperProfile.is)) &&
        Array.isArray(ssoSessions) &&
        ssoSessions.every(isSession) &&
        Array.isArray(roleProfiles) &&
        roleProfiles.every(isRoleProfile) &&
        Array.isArray(pins) &&
        pins.every(Pin.is)
    );
}

function isMark(value: unknown): value is ProfileMark {
    return isObject(value) && (value.production === undefined || typeof value.production === 'boolean')
        && (value.region === undefined || typeof value.region === 'string');
}

function isSession(value: unknown): value is RememberedSsoSession {
    return isObject(value) && [value.name, value.startUrl, value.region].every(part => typeof part === 'string');
}

function isRoleProfile(value: unknown): value is RememberedRoleProfile {
    return (
        isObject(value) &&
        typeof value.name === 'string' &&
        Array.isArray(value.settings) &&
        value.settings.every(
            setting => Array.isArray(setting) && setting.length === 2 && setting.every(part => typeof part === 'string')
        )
    );
}
