import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import {
  deadLinks,
  leaks,
  repeatedIds,
  skippedHeadings,
  textOf,
  unbalancedTags,
} from '../../../../test/reports/html-checks.js';
import { composeReport } from '../report.compose.js';
import { renderReport } from '../report.render.js';
import { markup } from './html.js';
import { markdownBlocks, markdownLine } from './markdown.html.js';
import { REPORT_POLICY, reportHtml } from './report.html.js';

const origin = { snapshotId: 's1', number: 3, sha256: 'a'.repeat(64) };
const TRACKER = 'https://mirps.example.org';
const cases = (['annual', 'mid_year'] as const).flatMap((kind) =>
  (['en', 'es'] as const).map((lang) => [kind, lang] as const),
);

describe.each(cases)('the HTML of the %s report in %s', (kind, lang) => {
  const body = reportHtml(composeReport(snapshotSample(kind), origin, kind, lang), TRACKER);

  it('is one well-formed document with places of their own, live links and headings in order', () => {
    expect(unbalancedTags(body)).toEqual([]);
    expect(repeatedIds(body)).toEqual([]);
    expect(deadLinks(body)).toEqual([]);
    expect(skippedHeadings(body)).toEqual([]);
    expect(leaks(body)).toEqual([]);
  });

  it('leads to the tracker from wherever it is kept', () => {
    expect(body).toContain(`href="${TRACKER}/updates/`);
    expect(body).toContain(`href="${TRACKER}/${lang}/verify"`);
    expect(body).not.toMatch(/href="(?!https?:|#)/);
  });

  it('says its language, lets keyboards skip to the text and gives each table a caption and headings', () => {
    expect(body).toContain(`<html lang="${lang}">`);
    expect(body).toMatch(/<body>\s*<a class="skip" href="#report">/);
    const count = (pattern: RegExp): number => [...body.matchAll(pattern)].length;
    expect(count(/<caption /g)).toBe(count(/<table>/g));
    expect(count(/<thead>/g)).toBe(count(/<table>/g));
    expect(count(/<svg [^>]*role="img" aria-labelledby=/g)).toBe(count(/<svg /g));
  });

  it('loads, runs and sends nothing, and says so to the browser', () => {
    expect(body).not.toMatch(/<script|<link|<img|<iframe|\sstyle="|\son\w+="|javascript:/i);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    expect(REPORT_POLICY).toContain(
      `'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'`,
    );
  });

  it('shows what people wrote as text', () => {
    expect(body).toContain(lang === 'en' ? '<em>three</em>' : '<em>tres</em>');
    if (lang === 'en') expect(textOf(body)).toContain('# Not a heading');
    if (lang === 'en') expect(textOf(body)).toContain('<script>alert(1)</script>');
    expect(textOf(body)).toContain(lang === 'en' ? 'Fact F1 & more' : 'Hecho F1 y más');
  });

  it('leads from each assessment and figure to its update', () => {
    expect(body).toContain('data-commitment="MX-1" data-update="u-mx-1"');
    expect(body).toContain(
      `<li data-figure="g1"><a class="figure" target="_top" href="${TRACKER}/updates/u-mx-1">`,
    );
  });

  it('has the same bytes again', async () => {
    const sample = structuredClone(snapshotSample(kind));
    const again = await renderReport(sample, { ...origin }, kind, lang, 'html', TRACKER);
    expect(again.sha256).toBe(createHash('sha256').update(body).digest('hex'));
  });
});

describe('the JSON of a report', () => {
  it('is the document that the HTML shows, with the snapshot that it was made from', async () => {
    const json = () => renderReport(snapshotSample(), origin, 'annual', 'en', 'json', TRACKER);
    const { body } = await json();
    expect(JSON.parse(String(body))).toMatchObject({
      format: 1,
      kind: 'annual',
      lang: 'en',
      origin: { ...origin, cycleKey: '2024-annual' },
    });
    expect(body).toBe((await json()).body);
  });
});

describe('markup', () => {
  it('escapes what is put into it, and markup not again', () => {
    expect(markup`<b title="${'"<&>\''}">${markup`<i>${'<'}</i>`}${null}${false}${[1, 'é']}</b>`.text).toBe(
      '<b title="&quot;&lt;&amp;&gt;&#39;"><i>&lt;</i>1é</b>',
    );
  });

  it.each([
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['<b>bold</b>', '<p>&lt;b&gt;bold&lt;/b&gt;</p>'],
    [
      '![x](https://example.org/x.png)',
      '<p>!<a href="https://example.org/x.png" rel="noopener noreferrer nofollow">x</a></p>',
    ],
  ])('takes %s from a narrative as harmless text', (given, shown) => {
    expect(markdownBlocks(given).text).toBe(shown);
  });

  it('keeps a line a line', () => {
    expect(markdownLine('one\n\n- two').text).toBe('one - two');
  });
});
