import type { interfaces } from '@theia/core/shared/inversify';
import { ConfirmationPrompt } from '../modal/confirmation-dialog';
import type { ProductionQuestion } from './production-question';

/** Puts a question about production; only `true` is a yes. */
export const ProductionPrompt = Symbol('ProductionPrompt');
export type ProductionPrompt = (question: ProductionQuestion) => Promise<boolean>;

export function createProductionPrompt({ container }: interfaces.Context): ProductionPrompt {
    const prompt = container.get<ConfirmationPrompt>(ConfirmationPrompt);
    return ({ text, ...question }) => prompt({ ...question, texts: [text], action: 'run-in-production', answersPerson: true });
}
