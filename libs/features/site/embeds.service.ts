import { Inject, Injectable } from '@nestjs/common';
import { PLEDGE_STAGE_LABELS, PledgesReading } from '#features/pledges';
import { Database } from '#platform/database';
import type { Actor, Lang } from '#platform/http';
import { type EmbedChart, ofAll, stagesByArea, stagesByState } from './embed-chart.js';
import { embedHtml } from './embed-html.js';
import { regionMap } from './embed-map.js';
import { embedMapHtml } from './embed-map-html.js';
import type { EmbedPage } from './embed-page.js';
import { PublishedEditions } from './published-editions.service.js';
import { PLEDGES_SINCE, SERIES_VALUES } from './site.queries.js';
import { sinceText } from './site.words.js';

/** Whoever looks on. */
export const PUBLIC: Actor = { userId: null, name: 'public', roles: [{ role: 'public' }] };
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WORDS = {
  pledges: { en: 'Pledges by area of focus and stage', es: 'Promesas por área de enfoque y etapa' },
  area: { en: 'Area of focus', es: 'Área de enfoque' },
  all: { en: 'All pledges', es: 'Todas las promesas' },
  noArea: { en: 'Without an area', es: 'Sin área' },
  noUpdate: { en: 'No update', es: 'Sin actualización' },
  shared: {
    en: 'A pledge of two areas counts in both.',
    es: 'Una promesa de dos áreas cuenta en ambas.',
  },
  year: { en: 'Year', es: 'Año' },
  value: { en: 'Value', es: 'Valor' },
  target: { en: 'Target', es: 'Meta' },
};

/** A value of a series as it is charted. */
interface SeriesValue {
  indicatorId: string;
  title: string;
  place: string;
  year: number;
  source: string;
  value: number;
  target: number | null;
  valueType: string;
  since: string;
}

/** The charts that other sites may show: of published things alone, by name and question. */
@Injectable()
export class Embeds {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PublishedEditions) private readonly editions: PublishedEditions,
    @Inject(PledgesReading) private readonly pledges: PledgesReading,
  ) {}

  /** The page of a chart or of the map. @param siteUrl without a slash at its end */
  async page(
    name: string,
    question: URLSearchParams,
    lang: Lang,
    siteUrl: string,
  ): Promise<EmbedPage | undefined> {
    if (name === 'map') {
      const open = await this.editions.find(question.get('cycle'));
      return open && embedMapHtml(regionMap(open, question.get('show'), lang), siteUrl);
    }
    const chart = await this.chart(name, question, lang);
    return chart && embedHtml(chart, siteUrl);
  }

  /** Undefined when there is no such chart, or nothing of it is public. */
  async chart(name: string, question: URLSearchParams, lang: Lang): Promise<EmbedChart | undefined> {
    if (name === 'pledges') return this.ofPledges(question.get('forum'), lang);
    if (name === 'indicator') return this.ofSeries(question.get('series') ?? '', lang);
    if (name !== 'stages-by-state' && name !== 'stages-by-area') return undefined;
    const open = await this.editions.find(question.get('cycle'));
    if (!open) return undefined;
    return name === 'stages-by-state'
      ? stagesByState(open, lang)
      : stagesByArea(open, lang, question.get('state'));
  }

  private async ofPledges(forum: string | null, lang: Lang): Promise<EmbedChart | undefined> {
    const rows = await this.pledges.dashboard(PUBLIC, forum ?? undefined);
    if (rows.length === 0) return undefined;
    const areas = (await this.editions.find())?.index;
    const [changed] = await this.database.jsonRows<{ since: string }>(PLEDGES_SINCE, [forum, null]);
    const named = (scope: string, key: string | null): string => {
      if (scope !== 'area' || key === null) return WORDS[scope === 'all' ? 'all' : 'noArea'][lang];
      const area = areas?.area(key);
      return (lang === 'en' ? area?.nameEn : area?.nameEs) ?? key;
    };
    return {
      lang,
      title: WORDS.pledges[lang],
      summary: WORDS.shared[lang],
      rows: WORDS.area[lang],
      series: [
        ...(['planning', 'in_progress', 'fulfilled'] as const).map((key) => ({
          key,
          label: PLEDGE_STAGE_LABELS[key][lang],
        })),
        { key: 'missing', label: WORDS.noUpdate[lang] },
      ],
      bars: rows.map(({ scope, areaKey, total, planning, inProgress, fulfilled, noUpdate }) => ({
        label: named(scope, areaKey),
        values: [planning, inProgress, fulfilled, noUpdate],
        end: ofAll(total - noUpdate, total, lang),
      })),
      source: {
        text: ['MIRPS', ...(changed ? [sinceText(changed.since, lang)] : [])].join(', '),
        path: forum ? `/pledges?forum=${encodeURIComponent(forum)}` : '/pledges',
      },
    };
  }

  private async ofSeries(seriesId: string, lang: Lang): Promise<EmbedChart | undefined> {
    if (!ID.test(seriesId)) return undefined;
    const values = await this.database.jsonRows<SeriesValue & Record<string, unknown>>(
      SERIES_VALUES,
      [seriesId, lang],
      'site_series',
    );
    const [first] = values;
    if (!first) return undefined;
    const sources = [...new Set(values.map(({ source }) => source))];
    const number = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'es-MX', { maximumFractionDigits: 2 });
    const unit = first.valueType === 'percent' ? '\u00a0%' : '';
    const [since = ''] = values.map((value) => value.since).sort((x, y) => y.localeCompare(x));
    return {
      lang,
      title: first.title,
      summary: first.place,
      rows: WORDS.year[lang],
      series: [{ key: 'value', label: WORDS.value[lang] }],
      ...(values.some(({ target }) => target !== null) ? { markLabel: WORDS.target[lang] } : {}),
      bars: values.map(({ year, source, value, target }) => ({
        label: sources.length > 1 ? `${year} · ${source}` : String(year),
        values: [value],
        end: `${number.format(value)}${unit}`,
        ...(target === null ? {} : { mark: { value: target, text: `${number.format(target)}${unit}` } }),
      })),
      source: {
        text: `MIRPS, ${sinceText(since, lang)}; ${sources.join('; ')}`,
        path: `/indicators/${first.indicatorId}`,
      },
    };
  }
}
