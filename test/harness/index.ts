export { copyOf, testDatabase, type TestDatabase } from './database.js';
export { type Client, DEMO_PASSWORD, signIn, type Stack, startStack } from './stack.js';
