export { type SeedOptions, type SeedResult, seed } from './apply/seed.js';
