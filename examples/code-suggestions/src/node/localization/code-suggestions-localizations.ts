import type { LocalizationContribution, LocalizationRegistry } from '@theia/core/lib/node/i18n/localization-contribution';
import { injectable } from '@theia/core/shared/inversify';

/** Texts of this example in other languages. Each file is read when a window asks for its language. */
@injectable()
export class CodeSuggestionsLocalizations implements LocalizationContribution {

    async registerLocalizations(registry: LocalizationRegistry): Promise<void> {
        registry.registerLocalization({ languageId: 'de', getTranslations: async () => import('./nls.de.json') });
        registry.registerLocalization({ languageId: 'ja', getTranslations: async () => import('./nls.ja.json') });
    }
}
