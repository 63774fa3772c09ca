import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Bilingual, Lang } from '#platform/http';
import { type OpenEdition, PublishedEditions } from './published-editions.service.js';
import { beginning, plainText } from './plain-text.js';
import { LISTS, type SiteAddress, siteAddress } from './site-address.js';
import {
  COMMITMENT_PLACE,
  PLACES,
  REPORT_EDITION,
  REPORT_PAPER,
  TITLES,
  UPDATE_PLACE,
} from './site.queries.js';
import {
  countsText,
  cycleText,
  editionText,
  PAGE_WORDS,
  PAPER_TEXTS,
  type PaperNamed,
  paperText,
  type ReportNamed,
} from './site.words.js';

/** What a page tells of itself before any script runs. */
export interface SitePage {
  found: boolean;
  title: Bilingual;
  description: Bilingual;
  /** The address that stands for all its filters, without the language. */
  canonical: string;
}

/** Something that is told elsewhere. */
export interface Elsewhere {
  to: string;
}

/** What a single thing is called and tells, and where the newest of its kind stands. */
interface Named extends Record<string, unknown> {
  titleEn: string;
  titleEs: string;
  textEn?: string | null;
  textEs?: string | null;
  place?: string | null;
}

const THINGS = {
  pledge: 'pledges',
  indicator: 'indicators',
  story: 'stories',
  report: 'reports',
} as const;

/** Which public pages there are, and what each tells of itself; one statement each. */
@Injectable()
export class SitePages {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PublishedEditions) private readonly editions: PublishedEditions,
  ) {}

  /** @param path without language, @param cycle as the address names it */
  async at(path: string, cycle: string | null): Promise<SitePage | Elsewhere> {
    const address = siteAddress(path);
    if (!address) return MISSING;
    if (address.kind === 'start') return { to: '/region' };
    if (address.kind === 'commitment' || address.kind === 'update')
      return (await this.placeOf(address)) ?? MISSING;
    if (address.kind === 'edition') return this.ofReport(address.place);
    if (address.kind === 'paper') return this.ofPaper(address.place);
    if (address.kind === 'region' || address.kind === 'state') return this.ofEdition(address, cycle);
    if (!('id' in address)) return pageOf(address.kind, `/${address.kind}`);
    const room = THINGS[address.kind];
    const named = await this.database.one<Named>(TITLES[room], [address.id]);
    if (!named) return MISSING;
    const page = pageOf(room, `/${room}/${named.place ?? address.id}`);
    const before = address.kind === 'report' ? page.title : { en: '', es: '' };
    return {
      ...page,
      title: { en: `${before.en} ${named.titleEn}`.trim(), es: `${before.es} ${named.titleEs}`.trim() },
      description: {
        en: begun(named.textEn) || page.description.en,
        es: begun(named.textEs) || page.description.es,
      },
    };
  }

  /** Every public address without its language, for search engines. */
  async all(): Promise<string[]> {
    const rows = await this.database.query<{ path: string }>(PLACES, [], 'site_places');
    return [...LISTS.map((page) => `/${page}`), ...rows.map(({ path }) => path)];
  }

  private async ofEdition(address: SiteAddress, cycle: string | null): Promise<SitePage> {
    const open = await this.editions.find(cycle);
    const code = address.kind === 'state' ? address.code : null;
    // Without any edition the region's page says so; it is there from the first day.
    if (!open) return code === null && cycle === null ? pageOf('region', '/region') : MISSING;
    const state = code === null ? undefined : open.index.state(code);
    if (code !== null && !state) return MISSING;
    const page = pageOf('region', code === null ? '/region' : `/states/${code}`);
    const counts = countsOf(open, code);
    return {
      ...page,
      ...(state ? { title: { en: state.nameEn, es: state.nameEs } } : {}),
      ...(counts ? { description: counts } : {}),
      canonical: cycle === null ? page.canonical : `${page.canonical}?cycle=${open.edition.cycleKey}`,
    };
  }

  private async ofReport(place: string): Promise<SitePage> {
    const edition = await this.database.one<ReportNamed & Record<string, unknown>>(REPORT_EDITION, [place]);
    if (!edition) return MISSING;
    return {
      ...pageOf('reports', `/reports/${place}`),
      title: { en: editionText(edition, 'en'), es: editionText(edition, 'es') },
    };
  }

  private async ofPaper(place: string): Promise<SitePage> {
    const paper = await this.database.one<PaperNamed & Record<string, unknown>>(REPORT_PAPER, [place]);
    if (!paper) return MISSING;
    return {
      ...pageOf('reports', `/reports/${place}`),
      title: { en: paperText(paper, 'en'), es: paperText(paper, 'es') },
      description: PAPER_TEXTS[paper.kind],
    };
  }

  private async placeOf({
    kind,
    id,
  }: {
    kind: 'commitment' | 'update';
    id: string;
  }): Promise<Elsewhere | undefined> {
    const place = await this.database.one<{ code: string; stateCode: string; cycleKey?: string }>(
      kind === 'update' ? UPDATE_PLACE : COMMITMENT_PLACE,
      [id],
    );
    if (!place) return undefined;
    const { code, stateCode, cycleKey } = place;
    return { to: `/states/${stateCode}${cycleKey ? `?cycle=${cycleKey}` : ''}#${code}` };
  }
}

/** As much of a text as search engines and networks show. */
const begun = (text: string | null | undefined): string => beginning(plainText(text ?? ''), 200);

const pageOf = (name: keyof typeof PAGE_WORDS, canonical: string): SitePage => ({
  found: true,
  title: PAGE_WORDS[name].title,
  description: PAGE_WORDS[name].text,
  canonical,
});

const MISSING: SitePage = { ...pageOf('missing', '/region'), found: false };

function countsOf({ edition, index }: OpenEdition, code: string | null): Bilingual | undefined {
  const cell = code === null ? index.cell('region') : index.cell('state', code);
  if (!cell) return undefined;
  const text = (lang: Lang): string =>
    countsText(
      {
        cycle: cycleText(edition.kind, edition.year, lang),
        reported: cell.reported,
        commitments: cell.commitments,
        fulfilled: cell.stages.fulfilled,
      },
      lang,
    );
  return { en: text('en'), es: text('es') };
}
