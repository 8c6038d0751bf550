import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsError, AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsScopes } from '../../../common/token-service/aws-scopes';
import type { SsoSession } from '../sso-session';
import type { ConfigChange } from './config-change';
import { SharedConfigEditor } from './shared-config-editor';
import type { IniDocument, IniSection } from '../ini/ini-document';
import { SectionSettings } from '../profile-settings';
import { SectionName } from '../ini/section-name';

/** Writes SSO sessions into the config file, where the AWS CLI and every SDK find them. */
@injectable()
export class SsoSessionWriter {

    @inject(SharedConfigEditor) protected readonly editor: SharedConfigEditor;

    protected unwritten: { readonly session: SsoSession; readonly failure: AwsFailure } | undefined;

    /** Reason why the last session could not be written. */
    get failure(): AwsFailure | undefined {
        return this.unwritten?.failure;
    }

    /** Has to be told what the config file describes: a session that somebody else has written there is no trouble any more. */
    noteDescribed(sessions: readonly SsoSession[]): void {
        const wanted = this.unwritten?.session;
        if (
            sessions.some(({ name, startUrl, region }) => name === wanted?.name && startUrl === wanted.startUrl && region === wanted.region)
        ) {
            this.unwritten = undefined;
        }
    }

    /**
     * Adds `[sso-session <name>]`. One with the same start URL and region is left as it is.
     *
     * @returns whether the file describes the session now; if not, `failure` says why
     */
    async write(session: SsoSession): Promise<boolean> {
        try {
            await this.editor.applyPlan('config', document => ({
                changes: SsoSessionWriter.changes(document, session),
                outcome: undefined
            }));
            this.unwritten = undefined;
        } catch (error) {
            if (!(error instanceof Error && AwsAccountsError.is(error))) {
                throw error;
            }
            this.unwritten = { session, failure: error.data };
        }
        return this.unwritten === undefined;
    }
}

export namespace SsoSessionWriter {

    /**
     * Changes that a config file needs to describe the session: none, if it does. Without scopes of its own a session is
     * for accounts and roles, which is what the AWS CLI needs.
     */
    export function changes(
        { sections }: IniDocument,
        { name, startUrl, region, scopes = [AwsScopes.ACCOUNT_ACCESS] }: SsoSession
    ): ConfigChange[] {
        const known = new SectionSettings(name);
        sections.filter(section => isOf(section, name)).forEach(
            section => known.add(section, { file: '', inCredentialsFile: false, inherited: [] })
        );
        if (known.get('sso_start_url') === startUrl && known.get('sso_region') === region) {
            return [];
        }
        return [{
            kind: 'addSection', section: { kind: 'ssoSession', name },
            settings: [['sso_start_url', startUrl], ['sso_region', region], ['sso_registration_scopes', scopes.join(',')]]
        }];
    }

    function isOf({ header, unclosed }: IniSection, session: string): boolean {
        const name = SectionName.inConfig(header);
        return !unclosed && name.kind === 'ssoSession' && name.name === session;
    }
}
