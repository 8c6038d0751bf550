import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of this checkout. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path in this checkout. */
export const inCheckout = (...parts) => join(ROOT, ...parts);
