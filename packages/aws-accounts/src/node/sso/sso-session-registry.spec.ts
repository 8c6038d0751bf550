import { expect } from 'chai';
import { AwsConnection } from '../../common/connection/aws-connection';
import { BUILDER_ID_SESSION } from '../shared-config/sso-session';
import { SsoSessionRegistry } from './sso-session-registry';

describe('What was remembered of SSO sessions', () => {

    // @threat reserved-session
    it('holds none under a reserved name, which would share the token file of Builder ID', () => {
        const registry = new SsoSessionRegistry();
        const evil = { name: BUILDER_ID_SESSION.name, startUrl: 'https://evil.awsapps.com/start', region: 'eu-west-1' };
        const connections = registry.update([], [evil, { ...evil, name: 'corp' }]);
        expect(connections.map(({ id }) => id)).to.deep.equal([AwsConnection.BUILDER_ID, 'sso-session:corp']);
        expect(registry.get(AwsConnection.ssoSessionId(evil.name))).to.equal(undefined);
        expect(registry.get(AwsConnection.BUILDER_ID)).to.equal(BUILDER_ID_SESSION);
    });
});
