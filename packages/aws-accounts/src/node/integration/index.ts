/**
 * For packages that are released together with this one, such as the bridge to VS Code extensions. Names that are kept stable for all
 * others stand in `lib/node`.
 */
export { Clock } from '../process/clock';
export { writeAtomically } from '../files/atomic-file';
export { withFileLock } from '../files/file-lock';
export { watchPath } from '../files/file-watch';
export { LoopbackListener } from '../loopback/loopback-listener';
export { readSteadily } from '../files/steady-read';
export { CallShapes, checkedCalls } from '../rpc/checked-calls';
export { Shape } from '../rpc/shape';
