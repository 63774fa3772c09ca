import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import type { EmbedChart } from './embed-chart.js';
import { Embeds } from './embeds.service.js';
import { type LinkCard, paperCard, regionCard, reportCard, stageFigures, stateCard } from './link-card.js';
import { PublishedEditions } from './published-editions.service.js';
import { type SiteAddress, siteAddress } from './site-address.js';
import { FULLEST_SERIES, REPORT_PAPER } from './site.queries.js';
import type { PaperNamed } from './site.words.js';
import { ThingCards } from './thing-cards.service.js';

/** So many of the newest values of a series find room on a picture. */
const NEWEST = 7;

/** Which pages have a picture of their own, and what it shows: what the page shows, and nothing that is not public. */
@Injectable()
export class LinkCards {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PublishedEditions) private readonly editions: PublishedEditions,
    @Inject(Embeds) private readonly embeds: Embeds,
    @Inject(ThingCards) private readonly things: ThingCards,
  ) {}

  /** @param path without language; undefined for a page without numbers, or that is not public */
  async at(path: string, question: URLSearchParams, lang: Lang): Promise<LinkCard | undefined> {
    const address = siteAddress(path);
    return address && this.of(address, question, lang);
  }

  private async of(
    address: SiteAddress,
    question: URLSearchParams,
    lang: Lang,
  ): Promise<LinkCard | undefined> {
    switch (address.kind) {
      case 'region': {
        const open = await this.editions.find(question.get('cycle'));
        return open && regionCard(open, lang);
      }
      case 'state': {
        const open = await this.editions.find(question.get('cycle'));
        return open && stateCard(open, address.code, question.get('area'), lang);
      }
      case 'edition': {
        const open = await this.editions.ofReport(address.place);
        return open && reportCard(open, Number(address.place.split('/')[1]), lang);
      }
      case 'paper': {
        const open = await this.editions.ofPaper(address.place);
        const paper = await this.database.one<PaperNamed & Record<string, unknown>>(REPORT_PAPER, [
          address.place,
        ]);
        return open && paper && paperCard(open, paper, lang);
      }
      case 'pledges':
        return this.ofPledges(question, lang);
      case 'pledge':
        return this.things.ofPledge(address.id, lang);
      case 'story':
        return this.things.ofStory(address.id, lang);
      case 'indicator':
        return this.ofIndicator(address.id, lang);
      default:
        return undefined;
    }
  }

  private async ofPledges(question: URLSearchParams, lang: Lang): Promise<LinkCard | undefined> {
    const chart = await this.embeds.chart('pledges', question, lang);
    if (!chart) return undefined;
    const [planning = 0, inProgress = 0, fulfilled = 0, noUpdate = 0] = chart.bars[0]?.values ?? [];
    const all = planning + inProgress + fulfilled + noUpdate;
    const pledges = lang === 'en' ? 'pledge' : 'promesa';
    return {
      ...cardOf(chart),
      figures: [
        { value: String(all), label: all === 1 ? pledges : `${pledges}s` },
        ...stageFigures(inProgress, fulfilled, 'a', lang),
      ],
    };
  }

  private async ofIndicator(id: string, lang: Lang): Promise<LinkCard | undefined> {
    const series = await this.database.one<{ id: string }>(FULLEST_SERIES, [id]);
    const chart =
      series && (await this.embeds.chart('indicator', new URLSearchParams({ series: series.id }), lang));
    if (!chart) return undefined;
    const last = chart.bars.at(-1);
    return {
      ...cardOf({ ...chart, bars: chart.bars.slice(-NEWEST) }),
      over: chart.summary,
      figures: last ? [{ value: last.end, label: last.label }] : [],
    };
  }
}

const cardOf = ({ lang, title, series, bars, markLabel, source }: EmbedChart): LinkCard => ({
  lang,
  over: '',
  title,
  figures: [],
  chart: { series, bars, ...(markLabel === undefined ? {} : { markLabel }) },
  source: source.text,
});
