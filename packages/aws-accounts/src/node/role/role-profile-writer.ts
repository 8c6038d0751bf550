import { inject, injectable } from '@theia/core/shared/inversify';
import { requireFound } from '../../common/state/connection-not-found';
import { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import type { RoleProfilePlan, RoleProfileProposal, RoleProfileRemoval, RoleProfileRequest } from '../../common/profile/role-profile';
import { AwsEnvironment } from '../process/aws-environment';
import { ChoiceMemory } from '../choices/choice-memory';
import { RememberedChoices } from '../choices/remembered-choices';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { interpret } from '../shared-config/config-interpretation';
import { ConfigPlan, SharedConfigEditor } from '../shared-config/editor/shared-config-editor';
import type { IniDocument } from '../shared-config/ini/ini-document';
import { planRoleProfiles, RoleProfileChoices } from './role-profile-plan';
import { judgeRemoval } from './role-profile-removal';
import { SharedConfigFileReader } from '../shared-config/shared-config-file-reader';
import { SsoSessionWriter } from '../shared-config/editor/sso-session-writer';

/**
 * Makes roles of IAM Identity Center profiles of the config file, so that the AWS CLI and a terminal have the same, and remembers which are
 * ours.
 */
@injectable()
export class RoleProfileWriter {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(SharedConfigFileReader) protected readonly fileReader: SharedConfigFileReader;
    @inject(SharedConfigEditor) protected readonly editor: SharedConfigEditor;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;

    /** Preview of `write`. Writes nothing; throws as `write` does. */
    async propose(requests: readonly RoleProfileRequest[]): Promise<RoleProfilePlan> {
        const { outcome: { proposals }, preview: { path, line, added } } = await this.editor.preview('config', await this.plan(requests));
        const blank = added.findIndex(text => text !== '');
        return { proposals, preview: { path, line: line + Math.max(blank, 0), lines: added.slice(Math.max(blank, 0)) } };
    }

    /**
     * Writes a profile for each role that is none yet, and its SSO session if the file lacks it; all of them or none. Repeated, it changes
     * nothing.
     *
     * @returns what became of each request, in their order
     * @throws AwsAccountsError `invalidRequest` for a request that makes no sense, `connectionNotFound` for an unknown SSO session, and as
     * the editor does
     */
    async write(requests: readonly RoleProfileRequest[]): Promise<readonly RoleProfileProposal[]> {
        const { proposals, written } = await this.editor.applyPlan('config', await this.plan(requests));
        if (written.length > 0) {
            const described = requests.map(({ ssoSession }) => ssoSession);
            await this.memory.update(choices =>
                RememberedChoices.withoutSsoSessions(RememberedChoices.withRoleProfiles(choices, written), described)
            );
        }
        return proposals;
    }

    /** The profiles that `remove` would remove now. */
    async removable(): Promise<string[]> {
        const {
            environment: { configFile },
            fileReader
        } = this;
        const [{ roleProfiles }, { document }, profilesOf] = await Promise.all([
            this.memory.load(),
            fileReader.read(configFile),
            this.profileReader()
        ]);
        const profiles = profilesOf(document);
        return roleProfiles.filter(ours => judgeRemoval(ours, profiles, document, configFile).kind === 'removed').map(({ name }) => name);
    }

    /** Removes a profile that is ours and as we wrote it; any other is left alone, and the outcome says why. */
    async remove(profile: string): Promise<RoleProfileRemoval> {
        const ours = (await this.memory.load()).roleProfiles.find(({ name }) => name === profile);
        if (ours === undefined) {
            return { kind: 'notOurs' };
        }
        const profilesOf = await this.profileReader();
        const removal = await this.editor.applyPlan('config', document => {
            const outcome = judgeRemoval(ours, profilesOf(document), document, this.environment.configFile);
            return {
                outcome,
                changes: outcome.kind === 'removed' ? [{ kind: 'removeSection', section: { kind: 'profile', name: profile } }] : []
            };
        });
        if (removal.kind === 'removed' || removal.kind === 'gone') {
            await this.memory.update(choices => RememberedChoices.withoutRoleProfile(choices, profile));
        }
        return removal;
    }

    protected async plan(requests: readonly RoleProfileRequest[]): Promise<ConfigPlan<RoleProfileChoices>> {
        const sessions = [...new Set(requests.map(({ ssoSession }) => ssoSession))].map(name => this.session(name));
        const profilesOf = await this.profileReader();
        return document => {
            const outcome = planRoleProfiles(profilesOf(document), requests);
            const profiles = outcome.written.map(
                ({ name, settings }) => ({ kind: 'addSection', section: { kind: 'profile', name }, settings }) as const
            );
            return { outcome, changes: [...sessions.flatMap(session => SsoSessionWriter.changes(document, session)), ...profiles] };
        };
    }

    protected session(name: string): SsoSession {
        return requireFound(this.sessions.get(AwsConnection.ssoSessionId(name)), name);
    }

    /** Reads the profiles of a config file together with those of the credentials file as it is now. */
    protected async profileReader(): Promise<(config: IniDocument) => readonly IamProfileConnection[]> {
        const { configFile, credentialsFile, region } = this.environment;
        const { document: credentials } = await this.fileReader.read(credentialsFile);
        return config => interpret({ config, credentials, configFile, credentialsFile }, region).profiles;
    }
}
