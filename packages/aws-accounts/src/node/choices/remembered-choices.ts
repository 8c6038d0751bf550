import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { DeveloperProfile } from '../../common/token-service/developer-profile';
import { Pin } from '../../common/connection/pin';
import type { ProfileChange } from '../../common/connection/profile-change';
import type { TokenServiceId } from '../../common/token-service/token-service';
import type { TokenServices } from '../../common/token-service/token-services';
import type { ProfileMark, ProfileMarks } from '../../common/connection/profile-marks';

/** An Identity Center sign-in that no config file describes. */
export interface RememberedSsoSession {
    readonly name: string;
    readonly startUrl: string;
    readonly region: string;
}

/** A profile that this product wrote into the config file: its settings, in their order. */
export interface RememberedRoleProfile {
    readonly name: string;
    readonly settings: readonly (readonly [key: string, value: string])[];
}

/** Choices that survive a restart, apart from tokens. Holds no secret. */
export interface RememberedChoices {
    /** The connection of the service `codeWhisperer`, where versions before there were others look for it. */
    readonly codeWhisperer?: AwsConnectionId;
    /** The connections of the other token services, by service id. All of them are the user's, in every window. */
    readonly services?: { readonly [service: TokenServiceId]: AwsConnectionId };
    /** The IAM profile of each workspace, by workspace URI; `''` is no workspace. */
    readonly awsServices: { readonly [workspace: string]: AwsConnectionId };
    readonly ssoSessions: readonly RememberedSsoSession[];
    readonly roleProfiles: readonly RememberedRoleProfile[];
    readonly pins?: readonly Pin[];
    readonly profiles: { readonly [id: AwsConnectionId]: ProfileMark };
    /** Developer profiles by sign-in and workspace URI; `''` is the one chosen last, for workspaces that have none. */
    readonly developerProfiles?: { readonly [id: AwsConnectionId]: { readonly [workspace: string]: DeveloperProfile } };
    /** The file could not be read once, so profiles on which nothing is said may have been marked as production. */
    readonly marksLost?: boolean;
}

export namespace RememberedChoices {

    export const NONE: RememberedChoices = { awsServices: {}, ssoSessions: [], roleProfiles: [], profiles: {} };

    /** Choices that cannot be read. */
    export const LOST: RememberedChoices = { ...NONE, marksLost: true };

    /** The marks of profiles, as windows get them. */
    export function marks({ profiles, marksLost }: RememberedChoices): ProfileMarks {
        return { profiles, lost: marksLost };
    }

    export function withAwsServices(choices: RememberedChoices, workspace: string, id: AwsConnectionId | undefined): RememberedChoices {
        const { [workspace]: _previous, ...others } = choices.awsServices;
        return { ...choices, awsServices: id === undefined ? others : { ...others, [workspace]: id } };
    }

    /** The connection that the person chose for a token service. */
    export function ofService({ codeWhisperer, services = {} }: RememberedChoices, service: TokenServiceId): AwsConnectionId | undefined {
        return service === 'codeWhisperer' ? codeWhisperer : services[service];
    }

    export function withService(choices: RememberedChoices, service: TokenServiceId, id: AwsConnectionId | undefined): RememberedChoices {
        if (service === 'codeWhisperer') {
            return { ...choices, codeWhisperer: id };
        }
        const { [service]: _previous, ...others } = choices.services ?? {};
        return { ...choices, services: id === undefined ? others : { ...others, [service]: id } };
    }

    export function withPin(choices: RememberedChoices, pin: Pin, pinned: boolean): RememberedChoices {
        const pins = choices.pins ?? [];
        return { ...choices, pins: pinned ? Pin.added(pins, pin) : Pin.removed(pins, pin) };
    }

    export function withSsoSession(choices: RememberedChoices, session: RememberedSsoSession): RememberedChoices {
        return { ...choices, ssoSessions: [...choices.ssoSessions.filter(({ name }) => name !== session.name), session] };
    }

    export function withoutSsoSessions(choices: RememberedChoices, names: readonly string[]): RememberedChoices {
        return { ...choices, ssoSessions: choices.ssoSessions.filter(({ name }) => !names.includes(name)) };
    }

    export function withProfile(choices: RememberedChoices, id: AwsConnectionId, change: ProfileChange): RememberedChoices {
        if (change.kind === 'lostMarksForgotten') {
            return { ...choices, marksLost: undefined };
        }
        const { [id]: before = {}, ...others } = choices.profiles;
        return { ...choices, profiles: { ...others, [id]: changed(before, change) } };
    }

    function changed(
        profile: ProfileMark,
        change: Exclude<ProfileChange, { readonly kind: 'lostMarksForgotten' }>
    ): ProfileMark {
        switch (change.kind) {
            case 'production':
                return { ...profile, production: change.production };
            case 'region':
                return { ...profile, region: change.region };
        }
    }

    export function developerProfileOf(
        { developerProfiles = {} }: RememberedChoices, id: AwsConnectionId | undefined, workspace: string
    ): DeveloperProfile | undefined {
        const chosen = id === undefined ? undefined : developerProfiles[id];
        return chosen?.[workspace] ?? chosen?.[''];
    }

    /** The developer profile of each token service in `workspace`. `undefined`: none has any. */
    export function developerProfiles(
        choices: RememberedChoices, services: TokenServices, workspace: string
    ): { readonly [id: TokenServiceId]: DeveloperProfile } | undefined {
        const chosen = services.flatMap(({ id }) => {
            const profile = developerProfileOf(choices, ofService(choices, id), workspace);
            return profile ? [[id, profile] as const] : [];
        });
        return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
    }

    export function withDeveloperProfile(
        choices: RememberedChoices, id: AwsConnectionId, workspace: string, profile: DeveloperProfile
    ): RememberedChoices {
        const { [id]: before = {}, ...others } = choices.developerProfiles ?? {};
        return { ...choices, developerProfiles: { ...others, [id]: { ...before, '': profile, [workspace]: profile } } };
    }

    export function withRoleProfiles(choices: RememberedChoices, profiles: readonly RememberedRoleProfile[]): RememberedChoices {
        const names = new Set(profiles.map(({ name }) => name));
        return { ...choices, roleProfiles: [...choices.roleProfiles.filter(({ name }) => !names.has(name)), ...profiles] };
    }

    export function withoutRoleProfile(choices: RememberedChoices, profile: string): RememberedChoices {
        return { ...choices, roleProfiles: choices.roleProfiles.filter(({ name }) => name !== profile) };
    }
}
