import { expect } from 'chai';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import type { ConfiguredEndpoint, ConfiguredEndpoints } from '../../common/connection/configured-endpoint';
import { entry, profile, snapshot } from '../test/snapshot-samples';
import { consoleEndpoint } from './console-endpoint';

const named = (host: string): ConfiguredEndpoint => ({ setting: 'endpoint_url', host, service: 'signin' });
const FOR_ALL: ConfiguredEndpoint = { setting: 'AWS_ENDPOINT_URL', host: 'for-all' };

describe('The host that is named before the console opens', () => {

    const of = (own: Partial<IamProfileConnection>, endpoints?: ConfiguredEndpoints): string | undefined => {
        const connection = profile('ops', own);
        return consoleEndpoint({ ...snapshot([entry(connection, { kind: 'notConnected' })]), endpoints }, connection)?.host;
    };

    it('is the one that gets the keys: of the environment first, then of the profile', () => {
        expect(of({ endpoints: [named('own')] }, { all: [FOR_ALL, named('environment')] })).to.equal('environment');
        expect(of({ endpoints: [named('own')] }, { all: [FOR_ALL] })).to.equal('own');
    });

    it('is none where the keys go to AWS', () => {
        expect([of({}), of({}, { all: [FOR_ALL] }), of({ ignoresEndpoints: true }, { all: [named('environment')] })]).to.deep.equal([
            undefined, undefined, undefined
        ]);
    });
});
