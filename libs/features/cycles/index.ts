export * from './cycle.vocabulary.js';
export * from './cycle.labels.js';
