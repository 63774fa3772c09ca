import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Stack, startStack } from '../harness/index.js';
import {
  accessibilityProblems,
  go,
  openBrowser,
  overflow,
  picture,
  policyViolations,
  type Visit,
  visit,
} from './browser.js';

/** Every page, as somebody who has a use for it. `{update}` and `{commitment}` are those of Mexico's first update of 2024. */
const PAGES: [name: string, as: string | undefined, path: string][] = [
  ['sign-in', undefined, '/sign-in'],
  ['my-updates', 'focal.comar.mx', '/my-updates'],
  ['update-form', 'focal.comar.mx', '/my-updates/2026-annual/{commitment}'],
  ['review', 'coordinator.mx', '/review'],
  ['update', 'coordinator.mx', '/updates/{update}'],
  ['commitment', 'coordinator.mx', '/commitments/{commitment}'],
  ['late', 'coordinator.mx', '/late?show=all'],
  ['plans', 'coordinator.mx', '/states/MX/plans'],
  ['glossary', 'coordinator.mx', '/glossary'],
  ['members', 'coordinator.mx', '/states/MX/members'],
  ['notifications', 'coordinator.mx', '/notifications'],
  ['report-in-preparation', 'secretariat.unhcr', '/reports/preparation/2024-annual'],
  ['region', 'secretariat.unhcr', '/region?cycle=2024-annual'],
  ['meeting', 'secretariat.unhcr', '/meeting?cycle=2024-annual'],
  ['states', 'secretariat.unhcr', '/states'],
  ['state', 'secretariat.unhcr', '/states/GT?cycle=2024-annual'],
  ['cycles', 'secretariat.unhcr', '/cycles'],
  ['cycle', 'secretariat.unhcr', '/cycles/2024-annual'],
  ['reports', 'secretariat.unhcr', '/reports'],
  ['quantification', 'secretariat.oas', '/quantification?year=2021'],
  ['project', 'secretariat.oas', '/projects/{project}'],
  ['teams', 'secretariat.unhcr', '/teams'],
  ['team', 'secretariat.unhcr', '/teams/RTT-LG?year=2024'],
  ['team-edit', 'secretariat.unhcr', '/teams/RTT-LG/edit'],
  ['team-new', 'secretariat.unhcr', '/teams/new'],
  ['team-year', 'secretariat.unhcr', '/teams/RTT-ID/years/2024'],
  ['team-activity', 'secretariat.unhcr', '/teams/RTT-RA/2026/activities/new'],
  ['team-session', 'secretariat.unhcr', '/teams/RTT-RA/2026/sessions/new'],
  ['team-product', 'secretariat.unhcr', '/teams/RTT-RA/2026/products/new'],
  ['alliances', 'secretariat.oas', '/alliances?year=2024'],
  ['good-practice', 'coordinator.mx', '/alliances/practices/new'],
  ['reminders', 'admin', '/reminders'],
  ['mail-outbox', 'admin', '/mail-outbox'],
  ['audit', 'admin', '/audit?entity=update'],
  ['not-found', 'admin', '/nowhere'],
];

let stack: Stack;
let browser: Browser;
let places: Record<string, string>;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  const client = await stack.signIn('coordinator.mx@mirps.example');
  const { items } = await client.json<{ items: { id: string; commitmentId: string; code: string }[] }>(
    'GET',
    '/api/updates?state=MX&cycle=2024-annual&limit=200',
  );
  const first = items.find(({ code }) => code === 'MX-04');
  const projects = await client.json<{ items: { id: string }[] }>('GET', '/api/projects?limit=1');
  const project = projects.items[0]?.id ?? '';
  places = { update: first?.id ?? '', commitment: first?.commitmentId ?? '', project };
});

/** Signing in takes longer than looking at a page: one visit for each person and device. */
const visits = new Map<string, Promise<Page>>();
const visitOf = (how: Visit): Promise<Page> => {
  const key = JSON.stringify(how);
  const opened = visits.get(key) ?? visit(browser, stack.url, how);
  visits.set(key, opened);
  return opened;
};

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const addressOf = (path: string): string =>
  path.replace(/\{(\w+)\}/, (_, name: string) => places[name] ?? '');

describe.each(PAGES)('The page %s', (name, as, path) => {
  it.each([
    { lang: 'es', size: 'desktop', dark: false },
    { lang: 'en', size: 'narrow', dark: true },
  ] as const)('has no accessibility problem and fits the screen: $lang, $size, dark $dark', async (how) => {
    const page = await visitOf({ ...(as ? { as } : {}), ...how });
    await go(page, addressOf(path));
    await picture(page, `${name}-${how.lang}-${how.size}`);
    expect(policyViolations(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(how.lang);
  });
});
