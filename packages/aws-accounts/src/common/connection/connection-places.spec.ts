import { expect } from 'chai';
import type { AwsConnection } from './aws-connection';
import { ConnectionPlaces } from './connection-places';

const at = (line: number, file = '/config'): { file: string; line: number } => ({ file, line });

/** Every kind of place that a connection can name. */
const connectionsAt = (above: number): AwsConnection[] => [
    { kind: 'builderId', id: 'builder-id', startUrl: 'https://view.awsapps.com/start', region: 'us-east-1' },
    {
        kind: 'identityCenter', id: 'sso-session:s', name: 's', startUrl: '', region: 'us-east-1', location: at(above + 1),
        problem: { kind: 'missingKey', key: 'sso_start_url', location: at(above + 1) }
    },
    { kind: 'identityCenter', id: 'sso-session:t', name: 't', startUrl: 'https://t', region: 'us-east-1' },
    {
        kind: 'iamProfile', id: 'profile:a', name: 'a', source: 'accessKeys', region: { name: 'r', origin: 'profile' },
        locations: [at(above + 4), at(7, '/credentials')],
        problem: { kind: 'invalidValue', key: 'region', value: '?', location: at(8, '/credentials') },
        endpoints: [{ setting: 'AWS_ENDPOINT_URL', host: 'h' }, { setting: 'endpoint_url', host: 'h', location: at(above + 20) }]
    },
    {
        kind: 'iamProfile', id: 'profile:b', name: 'b', source: 'accessKeys', region: { name: 'r', origin: 'profile' },
        locations: [at(9, '/credentials')]
    }
];

describe('The places of connections', () => {

    it('come back from connections without lines, and the lines', () => {
        const connections = connectionsAt(10);
        const bare = connections.map(ConnectionPlaces.withoutLines);
        expect(JSON.stringify(bare)).not.to.match(/"line":[^0]/);
        expect(ConnectionPlaces.atLines(bare, ConnectionPlaces.linesOf(connections))).to.deep.equal(connections);
    });

    it('are the same for connections that have only moved, apart from the lines', () => {
        expect(connectionsAt(3).map(ConnectionPlaces.withoutLines)).to.deep.equal(connectionsAt(5_000).map(ConnectionPlaces.withoutLines));
    });

    it('leave the objects alone of connections that stand where they stood', () => {
        const known = connectionsAt(10);
        const now = ConnectionPlaces.atLines(known, ConnectionPlaces.linesOf(connectionsAt(12)));
        expect(now).to.deep.equal(connectionsAt(12));
        expect(now.filter((connection, index) => connection === known[index]).map(({ id }) => id))
            .to.deep.equal(['builder-id', 'sso-session:t', 'profile:b']);
    });
});
