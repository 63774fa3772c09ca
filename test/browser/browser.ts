import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../harness/index.js';

export { openBrowser } from './chromium.js';

/** Where screenshots for a person to look at go; not kept in the repository. */
const PICTURES = 'test-results/pictures';

export interface Visit {
  /** Mail name of a person of the demo, `coordinator.mx`; absent: nobody is signed in. */
  as?: string;
  lang?: 'en' | 'es';
  size?: 'desktop' | 'phone' | 'narrow';
  dark?: boolean;
}

/** How long a walk waits for what it does next: a busy machine is slow, and that is no failure. */
const PATIENCE_MS = 60_000;

const SIZES = {
  desktop: { width: 1366, height: 900 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
};

/** A page with a session of its own, made by the API, in a language chosen on the device. */
export async function visit(
  browser: Browser,
  url: string,
  { as, lang = 'es', size = 'desktop', dark = false }: Visit = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: SIZES[size],
    locale: lang === 'es' ? 'es-GT' : 'en-US',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  if (as !== undefined) await signInto(context, url, as);
  await context.addInitScript((chosen) => localStorage.setItem('mirps.lang', chosen), lang);
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy|preload.* is not used because/i.test(message.text()))
      refused.push(message.text());
  });
  refusals.set(page, refused);
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

async function signInto(context: BrowserContext, url: string, as: string): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email: `${as}@mirps.example`, password: DEMO_PASSWORD },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`${as} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Opens an address and waits until the page shows its heading and nothing is being loaded. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What the browser refused to load, apply or use since the page was opened, as it says it; empty when all is well. */
export const policyViolations = (page: Page): string[] => refusals.get(page) ?? [];

const refusals = new WeakMap<Page, string[]>();

const AXE = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // What passed is not told in full, and styles are not fetched once more for rules that are not asked: a third of the time.
  resultTypes: ['violations'],
  preload: false,
} satisfies Parameters<AxeBuilder['options']>[0];

/** What axe finds against WCAG 2.2 AA, one line a finding; empty when all is well. Frames are pages of their own. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options(AXE)
    .exclude('iframe')
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
    ),
  );
}

/** How many pixels the page is wider than the screen. */
export async function overflow(page: Page): Promise<number> {
  // What depends on the width is drawn anew in the frames after a change of it.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Keeps a picture of the whole page. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}
