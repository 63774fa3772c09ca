import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../browser/chromium.js';
import { DEMO, demo } from '../data/demo.js';
import { startApi } from '../product.js';
import { type Extra, say } from '../report.js';

const RUNS = 3;
const CPU_SLOWDOWN = 4;
/** What Chromium's developer tools call Fast 3G: 1.6 Mbit/s less a tenth, and 562.5 ms before every answer. */
const FAST_3G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1366, height: 900 };
/** Where somebody goes next, through the menu. */
const LATER = ['/states', '/cycles', '/region', '/my-updates'];

/** What a page tells of itself while it comes; `__seen` is set by the script below, before anything of ours runs. */
interface Seen {
  shift: number;
  paint: number;
  /** When the form could first be answered and the processor was free to. */
  usable: number;
}

const WATCH = `
  window.__seen = { shift: 0, paint: NaN, usable: NaN };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'first-contentful-paint') window.__seen.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  const whenFree = () => {
    if (!document.querySelector('main form input:not(:disabled)')) return requestAnimationFrame(whenFree);
    setTimeout(() => { window.__seen.usable = performance.now(); });
  };
  requestAnimationFrame(whenFree);`;

interface Person {
  email: string;
  password: string;
}

/** Somebody of the demo who owes updates. */
const FOCAL_POINT: Person = { email: 'focal.comar.mx@mirps.example', password: 'mirps-demo-2024' };

/** The web application of the demo's focal point on a slow phone and network; a browser that never was there before, each time. */
export async function web(server: string): Promise<Extra[]> {
  const api = await startApi(await demo(server, 'bench_web'), DEMO);
  try {
    return await measured(api.url, FOCAL_POINT);
  } finally {
    await api.stop();
  }
}

async function measured(url: string, person: Person): Promise<Extra[]> {
  const browser = await openBrowser();
  const runs: Run[] = [];
  try {
    for (let i = 0; i < RUNS; i += 1) {
      say(`(w) run ${i + 1} of ${RUNS}`);
      runs.push({
        ...(await firstVisit(browser, url)),
        ...(await fromTheMail(browser, url, person)),
        ...(await aroundTheMenu(browser, url, person)),
      });
    }
  } finally {
    await browser.close();
  }
  const told = (name: string, target: string, of: (run: Run) => number, note = '', unit = 'ms'): Extra => ({
    name,
    unit,
    target,
    value: median(runs.map(of)),
    note: `${note}median of ${runs.map((run) => of(run).toPrecision(3)).join(', ')}`,
  });
  const menu = `the slowest of ${LATER.join(', ')}; `;
  return [
    told('JavaScript until the form is usable', 'at most 180 KiB', (run) => run.kib, 'gzip; ', 'KiB'),
    told('sign-in page, first content', 'under 2,500 ms', (run) => run.signInPaint),
    told('update form, first content', 'under 2,500 ms', (run) => run.formPaint),
    told('update form, usable', 'under 3,500 ms', (run) => run.formUsable),
    told('a later page, its heading', 'under 300 ms', (run) => run.later, menu),
    told(
      'layout shift',
      'under 0.05',
      (run) => Math.max(run.signInShift, run.formShift, run.laterShift),
      '',
      '',
    ),
  ];
}

type Run = Awaited<ReturnType<typeof firstVisit>> &
  Awaited<ReturnType<typeof fromTheMail>> &
  Awaited<ReturnType<typeof aroundTheMenu>>;

/** Somebody who never was here and has no session. */
async function firstVisit(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: url, viewport: PHONE, locale: 'es-MX' });
  const page = await slowPage(context);
  await page.goto('/sign-in');
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  const { paint, shift } = await seenBy(page);
  await context.close();
  return { signInPaint: paint, signInShift: shift };
}

/** A signed-in focal point opens the form that a mail links to, on a phone that has nothing of the application yet. */
async function fromTheMail(browser: Browser, url: string, person: Person) {
  const context = await browser.newContext({ baseURL: url, viewport: PHONE, locale: 'es-MX' });
  await signIn(context, url, person);
  const form = await addressOfForm(context);
  const page = await slowPage(context);
  await page.goto(form);
  await page.waitForFunction(() => (globalThis as unknown as { __seen: Seen }).__seen.usable > 0);
  const scripts: string[] = await page.evaluate(`performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => name.endsWith('.js') && startTime < window.__seen.usable)
    .map(({ name }) => name)`);
  const kib = scripts.reduce((sum, script) => sum + gzipped(script), 0) / 1024;
  await page.waitForLoadState('networkidle');
  const { paint, usable, shift } = await seenBy(page);
  await context.close();
  return { kib, formPaint: paint, formUsable: usable, formShift: shift };
}

/** Between two places. It never gets quite still: the forms of all that is due come one after the other, for days without a network. */
const SETTLED_MS = 5_000;

/** The same person at a desk goes from place to place through the menu. */
async function aroundTheMenu(browser: Browser, url: string, person: Person) {
  const context = await browser.newContext({ baseURL: url, viewport: DESKTOP, locale: 'es-MX' });
  await signIn(context, url, person);
  const page = await slowPage(context);
  await page.goto('/my-updates');
  await page.locator('nav a').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const times: number[] = [];
  for (const path of LATER) times.push(await goThere(page, path));
  const { shift } = await seenBy(page);
  await context.close();
  return { later: Math.max(...times), laterShift: shift };
}

/** A page on the slow processor and network that tells what it does. */
async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(WATCH);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', FAST_3G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return page;
}

const seenBy = (page: Page): Promise<Seen> => page.evaluate('window.__seen');

async function signIn(context: BrowserContext, url: string, person: Person): Promise<void> {
  const signedIn = await context.request.post('/api/auth/sign-in/email', {
    data: person,
    headers: { origin: url },
  });
  if (!signedIn.ok()) throw new Error(`${person.email} could not sign in: ${await signedIn.text()}`);
}

/** The first update that is due. */
async function addressOfForm(context: BrowserContext): Promise<string> {
  const due = (await (await context.request.get('/api/updates/due')).json()) as DueUpdate[];
  const [first] = due;
  if (!first) throw new Error('Nobody owes an update here');
  return `/my-updates/${first.cycleKey}/${first.commitmentId}`;
}

interface DueUpdate {
  cycleKey: string;
  commitmentId: string;
}

/** From the click in the menu until the next page's own heading stands. */
async function goThere(page: Page, path: string): Promise<number> {
  const link = page.locator(`nav a[href="${path}"]`);
  await link.hover();
  const time = await page.evaluate(
    `new Promise((resolve) => {
      const before = document.querySelector('main h1')?.textContent;
      const link = document.querySelector('nav a[href="${path}"]');
      const began = performance.now();
      const look = () => {
        const now = document.querySelector('main h1')?.textContent;
        if (now && now !== before) resolve(performance.now() - began);
        else requestAnimationFrame(look);
      };
      link.click();
      requestAnimationFrame(look);
    })`,
  );
  await page.waitForTimeout(SETTLED_MS);
  return Number(time);
}

/** Bytes of a script as gzip, which the build has put beside it. */
const gzipped = (url: string): number => statSync(join('dist/web', `${new URL(url).pathname}.gz`)).size;

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
