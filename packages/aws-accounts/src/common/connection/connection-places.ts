import type { SourceLocation } from '../value/source-location';
import type { AwsConnection } from './aws-connection';
import type { ConfiguredEndpoint } from './configured-endpoint';
import type { ProfileProblem } from './profile-problem';

type Move = (place: SourceLocation) => SourceLocation;

/**
 * The places in files that connections name. A line that comes or goes moves all places below it, and changes nothing else of their
 * connections: so the lines are told apart from the rest.
 */
export namespace ConnectionPlaces {

    /** The lines of all places, in their order, each as the difference to the one before, which takes a digit or two. */
    export function linesOf(connections: readonly AwsConnection[]): number[] {
        const lines: number[] = [];
        let before = 0;
        const note: Move = place => {
            lines.push(place.line - before);
            before = place.line;
            return place;
        };
        connections.forEach(connection => moved(connection, note));
        return lines;
    }

    /** The connection with line 0 for every place. */
    export function withoutLines(connection: AwsConnection): AwsConnection {
        return moved(connection, ({ file }) => ({ file, line: 0 }));
    }

    /** The connections at the lines that `linesOf` gave for them. One whose places are these already stays the same object. */
    export function atLines(connections: readonly AwsConnection[], lines: readonly number[]): AwsConnection[] {
        let [index, line] = [0, 0];
        const place: Move = known => {
            line += lines[index];
            index += 1;
            return known.line === line ? known : { file: known.file, line };
        };
        return connections.map(connection => moved(connection, place));
    }

    function moved(connection: AwsConnection, move: Move): AwsConnection {
        switch (connection.kind) {
            case 'builderId':
                return connection;
            case 'identityCenter': {
                const location = connection.location && move(connection.location);
                const problem = movedPart(connection.problem, move);
                return location === connection.location && problem === connection.problem
                    ? connection
                    : { ...connection, ...location && { location }, ...problem && { problem } };
            }
            case 'iamProfile': {
                const locations = movedList(connection.locations, move);
                const problem = movedPart(connection.problem, move);
                const endpoints = connection.endpoints && movedList(connection.endpoints, endpoint => movedPart(endpoint, move));
                return locations === connection.locations && problem === connection.problem && endpoints === connection.endpoints
                    ? connection
                    : { ...connection, locations, ...problem && { problem }, ...endpoints && { endpoints } };
            }
        }
    }

    function movedPart<T extends ProfileProblem | ConfiguredEndpoint | undefined>(part: T, move: Move): T {
        if (part?.location === undefined) {
            return part;
        }
        const location = move(part.location);
        return location === part.location ? part : { ...part, location };
    }

    /** The same list when `move` changes none of its items. */
    function movedList<T>(list: readonly T[], move: (item: T) => T): readonly T[] {
        let isSame = true;
        const next = list.map(item => {
            const now = move(item);
            isSame &&= now === item;
            return now;
        });
        return isSame ? list : next;
    }
}
