import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { ContainerModule } from '@theia/core/shared/inversify';
import { CODE_SUGGESTIONS_PATH, CodeSuggestions } from '../common/code-suggestions-protocol';
import { CodeSuggestionsContribution } from './code-suggestions-contribution';
import { SuggestionNotices } from './suggestion-notices';
import { SuggestionSource } from './suggestion-source';

export default new ContainerModule(bind => {
    bind(CodeSuggestions).toDynamicValue(({ container }) =>
        ServiceConnectionProvider.createProxy<CodeSuggestions>(container, CODE_SUGGESTIONS_PATH)).inSingletonScope();
    bind(SuggestionNotices).toSelf().inSingletonScope();
    bind(SuggestionSource).toSelf().inSingletonScope();
    bind(CodeSuggestionsContribution).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(CodeSuggestionsContribution);
});
