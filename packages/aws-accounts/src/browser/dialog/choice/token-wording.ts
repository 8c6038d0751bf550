import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot, TokenUse } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { choiceText, listText } from '../../../common/value/list-text';
import { TokenService } from '../../../common/token-service/token-service';
import { TokenServices } from '../../../common/token-service/token-services';
import { connectionInText, connectionName, platformText, methodsText, useName } from '../../wording';
import { ConnectionQuestion } from './connection-question';
import type { DialogState } from './dialog-state';

/** The token services that a requirement speaks of, as a part of a sentence: `CodeWhisperer`. */
export function tokenServicesText(requirement: AwsRequirement, services: TokenServices): string {
    const uses = AwsRequirement.tokens(requirement)
        .map(token => useName(AwsRequirement.use(token, services), services));
    return choiceText([...new Set(uses)]);
}

/** Purpose of IAM credentials, and how it goes together with the token services. */
export function iamExplanation(snapshot: AwsAccountsSnapshot): string {
    const missed = ConnectionQuestion.missed(snapshot);
    const platforms = snapshot.services.flatMap(({ host, label }) => host === undefined ? [] : [platformText(host, label)]);
    const iam = missed.length === 0
        ? nls.localize(
            'theia/aws-accounts/dialog/explainIam',
            'AWS services such as Lambda work with IAM credentials, which come from an IAM profile.'
        )
        : besideTokens(missed);
    return [iam, ...platforms].join(' ');
}

function besideTokens(missed: readonly TokenUse[]): string {
    const [{ service, entry }, ...others] = missed;
    return others.length === 0
        ? nls.localize(
            'theia/aws-accounts/dialog/explainSwitch',
            'AWS services such as Lambda work with IAM credentials. {0} works with {1}. They are separate, and you can use both at the '
                + 'same time.',
            service.label,
            connectionName(entry.connection)
        )
        : nls.localize(
            'theia/aws-accounts/dialog/explainSwitchOfSeveral',
            'AWS services such as Lambda work with IAM credentials. {0} work with sign-ins of their own. They are separate, and you can '
                + 'use all of them at the same time.',
            namesOf(missed)
        );
}

/** Says which sign-ins a token service takes, and that AWS services stay as they are. */
export function tokenExplanation(service: TokenService, snapshot: AwsAccountsSnapshot): string {
    const profile = AwsAccountsSnapshot.inUse(snapshot, 'awsServices');
    return profile === undefined
        ? nls.localize('theia/aws-accounts/dialog/explainToken', '{0} works with {1}.', service.label, methodsText(service))
        : nls.localize(
            'theia/aws-accounts/dialog/explainTokenWithIam',
            '{0} works with {1}, not with IAM credentials. AWS services stay with {2}.',
            service.label,
            methodsText(service),
            profileInText(profile.connection)
        );
}

function profileInText(connection: AwsConnection): string {
    return AwsConnection.isEnvironment(connection)
        ? connectionInText(connection)
        : nls.localize('theia/aws-accounts/dialog/theProfile', 'profile {0}', connectionName(connection));
}

/** Fate of token services when AWS services turn to a profile without a question; `undefined`: nothing to tell. */
export function tokenNote({ question, snapshot, whenSwitching }: DialogState): string | undefined {
    const missed = ConnectionQuestion.missed(snapshot);
    if (missed.length === 0) {
        return undefined;
    }
    if (ConnectionQuestion.settledFate(question, snapshot, whenSwitching) === 'disconnect') {
        return nls.localize(
            'theia/aws-accounts/dialog/noteDisconnect',
            '{0} will be disconnected, as you chose earlier. You can change that in Settings.',
            namesOf(missed)
        );
    }
    const [{ service, entry }, ...others] = missed;
    return others.length === 0
        ? nls.localize(
            'theia/aws-accounts/dialog/noteKeep', '{0} stays connected with {1}.', service.label, connectionName(entry.connection)
        )
        : nls.localize('theia/aws-accounts/dialog/noteKeepSeveral', '{0} stay connected.', namesOf(missed));
}

/** The token services that would be missed, as a part of a sentence. */
export function missedText(snapshot: AwsAccountsSnapshot): string {
    return namesOf(ConnectionQuestion.missed(snapshot));
}

function namesOf(uses: readonly TokenUse[]): string {
    return listText(uses.map(({ service }) => service.label));
}
