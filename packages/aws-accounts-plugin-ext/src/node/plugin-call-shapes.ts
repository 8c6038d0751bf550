import { CallShapes, Shape } from 'theia-aws-accounts/lib/node/integration';
import type { AwsPluginServer } from '../common/aws-plugin-protocol';

const { list, name, optional, record, text } = Shape;

/** `publisher.name` */
const EXTENSION_ID = text(512);
const SCOPES = list(name, 100);

/** The forms of everything that a window may ask of the bridge. */
export const PLUGIN_CALLS: CallShapes<AwsPluginServer> = {
    getConsents: [],
    allow: [record({ extension: record({ id: EXTENSION_ID, name: text(512) }), connectionId: name, scopes: optional(SCOPES) })],
    revoke: [EXTENSION_ID, name],
    getManifests: [],
    issueTicket: [record({ extensionId: EXTENSION_ID, connectionId: name, scopes: optional(SCOPES) })]
};
