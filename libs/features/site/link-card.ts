import { STAGES } from '#features/progress';
import { SHEET_TITLES } from '#features/reports';
import type { RollupCell } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import { type EmbedChart, ofAll, stagesByArea, stagesByState } from './embed-chart.js';
import type { OpenEdition } from './published-editions.service.js';
import {
  cycleText,
  editionText,
  PAGE_WORDS,
  PAPER_TEXTS,
  type PaperNamed,
  periodText,
  reportText,
} from './site.words.js';

/** What the picture of a link shows, in one language: published things alone. */
export interface LinkCard {
  lang: Lang;
  /** Above the title: of which time it tells. */
  over: string;
  title: string;
  /** The main numbers; at most three. */
  figures: { value: string; label: string }[];
  chart: Pick<EmbedChart, 'series' | 'bars' | 'markLabel'> | null;
  /** In the place of a chart. */
  words?: string;
  /** Where the numbers are from and since when they stand. */
  source: string;
}

export const REPORTED: Bilingual = { en: 'commitments reported', es: 'compromisos informados' };

/** All that it shows, in words. */
export const cardText = ({ over, title, figures, words, source }: LinkCard): string =>
  [
    [title, over].filter(Boolean).join(', '),
    ...figures.map(({ value, label }) => `${value} ${label}`),
    ...(words ? [words.replace(/[.…]$/, '')] : []),
    source,
  ].join('. ');

/** The region in an edition. */
export const regionCard = (open: OpenEdition, lang: Lang): LinkCard =>
  cardOf(open, PAGE_WORDS.region.title[lang], stagesByState(open, lang), open.index.cell('region'));

/** A State in an edition, or one area of it; undefined for what there is not. */
export function stateCard(
  open: OpenEdition,
  code: string,
  areaKey: string | null,
  lang: Lang,
): LinkCard | undefined {
  const state = open.index.state(code);
  const chart = stagesByArea(open, lang, code);
  if (!state || !chart) return undefined;
  const name = lang === 'en' ? state.nameEn : state.nameEs;
  const area = areaKey === null ? undefined : open.index.area(areaKey);
  const cell = area && open.index.cell('state_area', code, area.id);
  if (!area || !cell) return cardOf(open, name, chart, open.index.cell('state', code));
  const title = `${name} · ${lang === 'en' ? area.nameEn : area.nameEs}`;
  return cardOf(open, title, { ...chart, bars: stageBars(cell, chart) }, cell);
}

/** An edition of a report. */
export function reportCard(open: OpenEdition, number: number, lang: Lang): LinkCard {
  const { kind, year } = open.edition;
  return { ...regionCard(open, lang), title: editionText({ kind, year, number }, lang) };
}

/** A short paper: the numbers of its State, area or region, or what it tells of. Undefined for what there is not. */
export function paperCard(open: OpenEdition, paper: PaperNamed, lang: Lang): LinkCard | undefined {
  const { kind, subject } = paper;
  if (kind === 'mid_year')
    return { ...regionCard(open, lang), title: reportText({ kind, year: paper.year }, lang) };
  const title = SHEET_TITLES[kind][lang](lang === 'en' ? paper.nameEn : paper.nameEs);
  const card =
    kind === 'state'
      ? stateCard(open, subject, null, lang)
      : kind === 'area'
        ? areaCard(open, subject, lang)
        : { ...regionCard(open, lang), figures: [], chart: null, words: PAPER_TEXTS[kind][lang] };
  return card && { ...card, title };
}

/** One area across the region. */
function areaCard(open: OpenEdition, key: string, lang: Lang): LinkCard | undefined {
  const area = open.index.area(key);
  if (!area) return undefined;
  const name = lang === 'en' ? area.nameEn : area.nameEs;
  return cardOf(open, name, stagesByState(open, lang, area.id), open.index.cell('area', '', area.id));
}

function cardOf(
  { edition }: OpenEdition,
  title: string,
  { lang, series, bars, source }: EmbedChart,
  cell: RollupCell | undefined,
): LinkCard {
  const { kind, year, factsFrom, factsTo } = edition;
  return {
    lang,
    over: `${cycleText(kind, year, lang)} · ${periodText(factsFrom, factsTo, lang)}`,
    title,
    figures: cell
      ? [
          { value: ofAll(cell.reported, cell.commitments, lang), label: REPORTED[lang] },
          ...stageFigures(cell.stages.in_progress, cell.stages.fulfilled, 'o', lang),
        ]
      : [],
    chart: { series, bars },
    source: source.text,
  };
}

/** How many are under way and how many are fulfilled. @param gender how Spanish calls the fulfilled ones: cumplidos, cumplidas */
export const stageFigures = (
  inProgress: number,
  fulfilled: number,
  gender: 'o' | 'a',
  lang: Lang,
): LinkCard['figures'] => [
  { value: String(inProgress), label: lang === 'en' ? 'in progress' : 'en curso' },
  {
    value: String(fulfilled),
    label: lang === 'en' ? 'fulfilled' : `cumplid${gender}${fulfilled === 1 ? '' : 's'}`,
  },
];

/** A bar a stage. */
function stageBars(cell: RollupCell, { series }: EmbedChart): EmbedChart['bars'] {
  const counts = [...STAGES.map((stage) => cell.stages[stage]), cell.commitments - cell.reported];
  return series.map(({ label }, at) => ({
    label,
    values: counts.map((count, i) => (i === at ? count : 0)),
    end: String(counts[at] ?? 0),
  }));
}
