import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Stack, startStack } from '../harness/index.js';
import { openBrowser } from './browser.js';

/** The product that the walks of one spec file share: starting it takes longer than many a walk. There once the first test begins. */
export let stack: Stack;
/** The browser that they share. */
export let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
