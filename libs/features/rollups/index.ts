export * from './rollup.rules.js';
export * from './snapshot.rules.js';
