import { jest } from '@jest/globals';

/** For specs that start processes: a busy machine is no failure. What the product must do in time, a spec says itself. */
jest.setTimeout(360_000);
