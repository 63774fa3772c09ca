import { beforeEach } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { visit } from './browser.js';
import { browser, stack } from './product.js';

export const FOCAL_POINT = 'focal.comar.mx';
export const CYCLE = '2026-annual';

export interface Due {
  commitmentId: string;
  code: string;
  updateId: string | null;
  last: { id: string } | null;
}

/** The phone of a focal point, in Spanish and signed in: a new one for each test of a spec file that loads this. */
export let page: Page;
/** What was due for them when the test began. */
export let due: Due[];

beforeEach(async () => {
  await page?.context().close();
  page = await visit(browser, stack.url, { as: FOCAL_POINT, lang: 'es', size: 'phone' });
  const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
  due = await client.json<Due[]>('GET', '/api/updates/due');
});

/** Goes on in another tab, or on another phone. */
export const goOnIn = (other: Page): void => {
  page = other;
};

/** A commitment that nobody has reported on. */
export const fresh = (): Due => {
  const found = due.find((item) => item.updateId === null && item.last === null);
  if (!found) throw new Error('The demo has no commitment that nobody has reported on yet');
  return found;
};

export const form = (item: Due): string => `/my-updates/${CYCLE}/${item.commitmentId}`;
export const narrative = (): Locator => page.getByLabel('Qué se hizo, Español');
