/** For packages that are released together with this one, such as the bridge to VS Code extensions. Everybody else finds what is kept stable in `lib/node`. */
export { Clock } from '../clock';
export { writeAtomically } from '../files/atomic-file';
export { withFileLock } from '../files/file-lock';
export { watchPath } from '../files/file-watch';
export { readSteadily } from '../files/steady-read';
