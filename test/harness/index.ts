export { auditKey, auditService } from './audit.js';
export { type Answer, type Client, DEMO_PASSWORD, type Problem, signIn, stranger } from './client.js';
export { copyOf, testDatabase, type TestDatabase } from './database.js';
export { eventually } from './eventually.js';
export { type CommandResult, type Part, type Stack, type StackOptions, startStack } from './stack.js';
