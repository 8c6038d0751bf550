import type { AwsConnection, AwsConnectionId, ProductionMark } from './aws-connection';

/** Marks of a person on one profile. */
export interface ProfileMark {
    readonly production?: boolean;
    readonly region?: string;
}

/** Marks of a person on profiles, beside the content of the files. */
export interface ProfileMarks {
    readonly profiles: { readonly [id: AwsConnectionId]: ProfileMark };
    /** The file of marks could not be read once: a profile without a mark may have been one of production. */
    readonly lost?: boolean;
}

export namespace ProfileMarks {

    /** True when commands that change something with the profile ask first. */
    export function productionOf({ profiles, lost = false }: ProfileMarks, id: AwsConnectionId): ProductionMark | undefined {
        return profiles[id]?.production ?? (lost ? 'presumed' : undefined);
    }

    /** The connection with its marks; the same object where there are none. */
    export function applied(connection: AwsConnection, marks: ProfileMarks): AwsConnection {
        if (connection.kind !== 'iamProfile') {
            return connection;
        }
        const production = productionOf(marks, connection.id);
        const { region } = marks.profiles[connection.id] ?? {};
        if (!production && !region) {
            return connection;
        }
        return {
            ...connection,
            ...production && { production },
            ...region && { region: { name: region, origin: 'chosen', found: connection.region } }
        };
    }

    /** The connection as the files describe it: undoes `applied`. */
    export function removed(connection: AwsConnection): AwsConnection {
        if (connection.kind !== 'iamProfile' || (!connection.production && connection.region.origin !== 'chosen')) {
            return connection;
        }
        const { production: _production, region, ...rest } = connection;
        return { ...rest, region: region.found ?? region };
    }
}
