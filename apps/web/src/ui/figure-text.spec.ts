import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { formatsOf } from '~/i18n/formats';
import type { LangTools } from '~/i18n/use-lang';
import { breakdownTexts, type Figure, figureText } from './figure-text';

const texts = (lang: 'en' | 'es'): object => ({
  ...(JSON.parse(readFileSync(`apps/web/src/i18n/${lang}.more.json`, 'utf8')) as object),
  ...(JSON.parse(readFileSync(`apps/web/src/i18n/${lang}.json`, 'utf8')) as object),
});

beforeAll(() =>
  i18next.init({
    lng: 'es',
    interpolation: { escapeValue: false },
    resources: { en: { translation: texts('en') }, es: { translation: texts('es') } },
  }),
);

const tools = (lang: 'en' | 'es'): LangTools => ({
  ...formatsOf(lang),
  lang,
  text: (of, name) => {
    const pair = of as Record<string, string | null | undefined>;
    return pair[`${name}${lang === 'en' ? 'En' : 'Es'}`] ?? '';
  },
  missing: () => false,
});

const figure = (changes: Partial<Figure>): Figure => ({
  value: 12_800,
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  unitEn: 'people',
  unitEs: 'personas',
  ...changes,
});

const said = (lang: 'en' | 'es', changes: Partial<Figure>): string =>
  figureText(figure(changes), i18next.getFixedT(lang), tools(lang)).replaceAll('\u00a0', ' ');

describe('a figure as people read it', () => {
  it.each<[Partial<Figure>, string, string]>([
    [{}, '12,800 people', '12,800 personas'],
    [{ qualifier: 'about' }, 'about 12,800 people', 'alrededor de 12,800 personas'],
    [{ valueType: 'percent', value: 62.5, unitEn: 'percent', unitEs: 'por ciento' }, '62.5%', '62.5 %'],
    [{ valueType: 'money', value: 1500, currency: 'USD' }, 'USD 1,500', 'USD 1,500'],
    [{ valueType: 'yes_no', value: 1 }, 'yes', 'sí'],
    [{ basis: 'change', value: 80 }, '+80 people', '+80 personas'],
  ])('%j', (changes, en, es) => {
    expect([said('en', changes).toLowerCase(), said('es', changes).toLowerCase()]).toEqual([
      expect.stringContaining(en.toLowerCase()),
      expect.stringContaining(es.toLowerCase()),
    ]);
  });

  it('says why there is no value, and never a zero in its place', () => {
    for (const valueState of ['unknown', 'not_reported'] as const) {
      const text = said('es', { value: null, valueState });
      expect(text).toContain('personas');
      expect(text).not.toMatch(/\d/);
    }
  });

  it('tells when it was so', () => {
    const window = { windowStart: '2024-01-01', windowEnd: '2024-09-30' };
    expect(said('en', window)).toBe('12,800 people (1 Jan 2024 – 30 Sept 2024)');
    expect(said('en', { basis: 'stock', ...window })).toBe('12,800 people (on 30 Sept 2024)');
  });

  it('tells its parts, one line a dimension', () => {
    const disaggregation = [
      { dimension: 'sex', categoryEn: 'girls', value: 80 },
      { dimension: 'sex', categoryEn: 'boys', value: null },
    ] as Figure['disaggregation'];
    expect(breakdownTexts(figure({ disaggregation }), i18next.getFixedT('en'), tools('en'))).toEqual([
      expect.stringMatching(/^sex: girls 80, boys /i),
    ]);
  });
});
