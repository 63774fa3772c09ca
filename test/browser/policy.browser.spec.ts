import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../harness/index.js';
import { go, picture, policyViolations, visit } from './browser.js';
import { browser, stack } from './product.js';

/** Shows a page to somebody, does something there, and looks at what the browser refused. */
async function refusedOn(path: string, as: string, act: (page: Page) => Promise<void>): Promise<string[]> {
  const page = await visit(browser, stack.url, { as, lang: 'en' });
  try {
    await go(page, path);
    await act(page);
    return [...policyViolations(page)];
  } finally {
    await page.context().close();
  }
}

describe('With nothing inline allowed', () => {
  it('styles of the components apply, also those that come and go', async () => {
    const refused = await refusedOn('/states', 'admin', async (page) => {
      const space = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--mantine-spacing-md'),
      );
      expect(space).not.toBe('');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('header button').first().click();
    });
    expect(refused).toEqual([]);
  });

  it('a mail looks as its reader sees it', async () => {
    await stack.stranger.ask('POST', '/api/auth/links', {
      email: 'admin@mirps.example',
      purpose: 'password_reset',
    });
    const [mail] = await eventually('the mail', async () => {
      const rows = await stack.sql<{ id: string }>('SELECT id FROM mail_outbox WHERE html IS NOT NULL');
      return rows.length > 0 && rows;
    });
    const refused = await refusedOn(`/mail-outbox?mail=${mail?.id}`, 'admin', async (page) => {
      await page.locator('iframe').waitFor();
      const frame = page.frameLocator('iframe');
      await frame.locator('body').waitFor();
      const styled = await frame
        .locator('[style*="font-size"]')
        .first()
        .evaluate((element) => (element as HTMLElement).style.length);
      expect(styled).toBeGreaterThan(0);
      await picture(page, 'mail-in-frame');
    });
    expect(refused).toEqual([]);
  });

  it('every page has a nonce of its own, which nobody keeps', async () => {
    const nonces = await Promise.all(
      ['/', '/index.html', '/states'].map(async (path) => {
        const answer = await stack.stranger.request('GET', path);
        const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        const page = await answer.text();
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(page).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
        expect(page).not.toContain('__CSP_NONCE__');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16);
  });

  it('the browser does refuse what a page did not bring: this test can fail', async () => {
    const refused = await refusedOn('/states', 'admin', async (page) => {
      await page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.head.append(style);
        const script = document.createElement('script');
        script.textContent = 'window.evil = true';
        document.head.append(script);
      });
      expect(await page.evaluate(() => 'evil' in window)).toBe(false);
    });
    expect(refused.length).toBe(2);
  });
});
