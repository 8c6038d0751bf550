import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { AwsAccountsRemote } from '../../common/protocol/aws-accounts-protocol';
import type { AwsDiagnosis } from '../../common/protocol/aws-diagnosis-protocol';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import type { AwsToolsServer } from '../../common/protocol/aws-tools-protocol';
import type { DeveloperProfilesServer } from '../../common/protocol/developer-profiles-protocol';
import { SignInFlowKind } from '../../common/sign-in/sign-in-flow';
import type { CallShapes } from './checked-calls';
import { Shape } from './shape';

const { flag, list, map, name, oneOf, optional, record, text, union, whole } = Shape;

/** An address that a browser came back to holds a code and a state. */
const ADDRESS = text(16_384);
/** Tokens of temporary credentials have some thousand characters. */
const SECRET = text(16_384);

const PIN = union({
    profile: { connectionId: name },
    role: { connectionId: name, roleName: name, account: record({ accountId: name, name: text(), email: optional(text()) }) }
});

const PROFILE_CHANGE = union({ production: { production: flag }, lostMarksForgotten: {}, region: { region: optional(text()) } });

const SIGN_IN = record({
    signInId: name,
    target: union({
        builderId: {}, identityCenter: { startUrl: text(), region: text() }, connection: { connectionId: name },
        console: { profile: name, region: name }
    }),
    use: optional(name),
    scopes: optional(list(name, 100)),
    flow: optional(SignInFlowKind.is),
    fromScratch: optional(flag),
    own: optional(flag)
});

const DRAFT_OF_ANY_KIND = { name: text(), exists: flag, region: optional(text()) };

const DRAFT = union({
    accessKeys: { ...DRAFT_OF_ANY_KIND, accessKeyId: text() },
    role: {
        ...DRAFT_OF_ANY_KIND, roleArn: text(), mfaSerial: optional(text()), externalId: optional(text()),
        source: union({ profile: { name: text() }, machine: { name: text() } })
    },
    region: DRAFT_OF_ANY_KIND
});

const ROLE_REQUESTS = list(record({
    ssoSession: name, accountId: name, accountName: optional(text()), roleName: name, region: text(), profile: optional(text())
}), 1000);

const SHELL_START = record({
    shell: optional(text()), args: optional(list(text(), 1000)), folder: optional(text()), interactive: flag, variables: map(text())
});

const START_UP_FINDING = union({ checked: { changed: list(name, 100) }, unchecked: { shell: text() } });

const TOOL_VARIABLES = record({ connectionId: name, variables: map(text()) });

/** The forms of everything that a window may ask of this backend. */
export namespace CallShape {

    export const ACCOUNTS: CallShapes<AwsAccountsRemote> = {
        attach: [optional(text())],
        catalogue: [text(), whole],
        signIn: [SIGN_IN],
        completeSignIn: [name, ADDRESS],
        findStartPage: [text()],
        askLoopback: [],
        signOut: [name],
        setUse: [name, optional(name)],
        setPinned: [PIN, flag],
        changeProfile: [name, PROFILE_CHANGE],
        connect: [name],
        refresh: []
    };

    export const PROFILES: CallShapes<AwsProfilesServer> = {
        readProfile: [text()],
        checkProfile: [DRAFT],
        writeProfile: [record({
            draft: DRAFT,
            secrets: optional(record({ secretAccessKey: SECRET, sessionToken: optional(SECRET) })),
            evenIfRefused: optional(flag)
        })],
        removeProfile: [text()],
        restoreProfile: [name],
        ensureFile: [oneOf('config', 'credentials')]
    };

    export const ROLES: CallShapes<AssignedRolesServer> = {
        listAccounts: [name],
        listRoles: [name, name],
        forgetAccounts: [name],
        proposeRoleProfiles: [ROLE_REQUESTS],
        writeRoleProfiles: [ROLE_REQUESTS],
        removeRoleProfile: [name]
    };

    export const DEVELOPER_PROFILES: CallShapes<DeveloperProfilesServer> = {
        list: [name],
        choose: [name, record({ arn: name, name: text() }), text()]
    };

    export const TOOLS: CallShapes<AwsToolsServer> = {
        variablesOf: [name],
        recordTerminal: [record({
            terminalId: whole, pinned: flag, startedWith: optional(TOOL_VARIABLES), startUp: optional(START_UP_FINDING)
        })],
        terminals: [],
        startUpChanges: [SHELL_START],
        prepareConsole: [name]
    };

    export const DIAGNOSIS: CallShapes<AwsDiagnosis> = {
        describe: [optional(name), optional(record({ reason: name, subject: optional(text(100_000)), detail: optional(text(100_000)) }))]
    };
}
