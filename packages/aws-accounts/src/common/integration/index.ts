/**
 * For packages that are released together with this one, such as the bridge to VS Code extensions. Names that are kept stable for all
 * others stand in `lib/common`.
 */
export { CommandPattern } from '../requirement/command-pattern';
export { ForeignRequirements } from '../requirement/foreign-requirements';
export { isObject, parseJson } from '../value/json-value';
