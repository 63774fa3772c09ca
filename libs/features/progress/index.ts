export * from './milestone.rules.js';
export * from './progress.labels.js';
export * from './progress.rules.js';
export * from './progress.vocabulary.js';
export * from './update-content.rules.js';
