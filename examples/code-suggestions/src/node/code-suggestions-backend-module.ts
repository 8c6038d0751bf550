import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ConnectionContainerModule } from '@theia/core/lib/node/messaging/connection-container-module';
import { ContainerModule } from '@theia/core/shared/inversify';
import { CODE_SUGGESTIONS_PATH, CodeSuggestions } from '../common/code-suggestions-protocol';
import { CodeSuggestionsLocalizations } from './localization/code-suggestions-localizations';
import { CodeSuggestionsServer } from './code-suggestions-server';

const perWindow = ConnectionContainerModule.create(({ bind, bindBackendService }) => {
    bind(CodeSuggestionsServer).toSelf().inSingletonScope();
    bind(CodeSuggestions).toService(CodeSuggestionsServer);
    bindBackendService(CODE_SUGGESTIONS_PATH, CodeSuggestions);
});

export default new ContainerModule(bind => {
    bind(ConnectionContainerModule).toConstantValue(perWindow);
    bind(CodeSuggestionsLocalizations).toSelf().inSingletonScope();
    bind(LocalizationContribution).toService(CodeSuggestionsLocalizations);
});
