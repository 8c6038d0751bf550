export * from './connection-wording';
export * from './duration-wording';
export * from './failure-wording';
export * from './problem-wording';
export * from './region-wording';
export * from './spelled-text';
export * from './state-wording';
export * from './use-wording';
