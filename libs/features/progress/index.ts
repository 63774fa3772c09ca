export * from './progress.vocabulary.js';
export * from './progress.labels.js';
