import { STAGE_LABELS, STAGES } from '#features/progress';
import type { RollupCell } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import type { OpenEdition } from './published-editions.service.js';
import { countsText, cycleText, editionSource } from './site.words.js';

/** A chart of bars as other sites show it, in one language. */
export interface EmbedChart {
  lang: Lang;
  title: string;
  summary: string;
  /** What the rows are: "State". */
  rows: string;
  series: { key: string; label: string }[];
  /** `end` stands behind the bar: "12 of 33"; `mark`: where a line crosses it. */
  bars: { label: string; values: number[]; end: string; mark?: { value: number; text: string } }[];
  /** What the lines are that cross bars: "Target". */
  markLabel?: string;
  /** Where it is from and where to read on; an address without the language. */
  source: { text: string; path: string };
}

const WORDS = {
  state: { en: 'State', es: 'Estado' },
  area: { en: 'Area', es: 'Área' },
  byState: { en: 'Commitments by stage and State', es: 'Compromisos por etapa y Estado' },
  byArea: { en: 'Commitments by stage and area', es: 'Compromisos por etapa y área' },
  missing: { en: 'Not reported', es: 'No informado' },
} satisfies Record<string, Bilingual>;

/** "12 of 33". */
export const ofAll = (part: number, all: number, lang: Lang): string =>
  lang === 'en' ? `${part} of ${all}` : `${part} de ${all}`;

/** Commitments by stage of an edition, by State. @param area of this one alone, by its id */
export function stagesByState(open: OpenEdition, lang: Lang, area?: string): EmbedChart {
  const rows = open.index.states.flatMap((state) => {
    const cell =
      area === undefined ? open.index.cell('state', state.id) : open.index.cell('state_area', state.id, area);
    return cell ? [{ name: lang === 'en' ? state.nameEn : state.nameEs, cell }] : [];
  });
  return stages(open, lang, { title: WORDS.byState[lang], rows: WORDS.state[lang], path: '/region' }, rows);
}

/** Commitments by stage of an edition, by area: of the region, or of one State. Undefined for a State that is none. */
export function stagesByArea(open: OpenEdition, lang: Lang, code: string | null): EmbedChart | undefined {
  const state = code === null ? undefined : open.index.state(code);
  if (code !== null && !state) return undefined;
  const rows = open.index.areas.flatMap((area) => {
    const cell =
      code === null ? open.index.cell('area', '', area.id) : open.index.cell('state_area', code, area.id);
    return cell ? [{ name: lang === 'en' ? area.nameEn : area.nameEs, cell }] : [];
  });
  const name = state && (lang === 'en' ? state.nameEn : state.nameEs);
  const title = name ? `${name}: ${lowerFirst(WORDS.byArea[lang])}` : WORDS.byArea[lang];
  const path = code === null ? '/region' : `/states/${code}`;
  return stages(open, lang, { title, rows: WORDS.area[lang], path }, rows, code);
}

function stages(
  { edition, index }: OpenEdition,
  lang: Lang,
  about: { title: string; rows: string; path: string },
  rows: readonly { name: string; cell: RollupCell }[],
  code: string | null = null,
): EmbedChart {
  const total = code === null ? index.cell('region') : index.cell('state', code);
  const cycle = cycleText(edition.kind, edition.year, lang);
  return {
    lang,
    title: about.title,
    rows: about.rows,
    summary: total
      ? countsText(
          {
            cycle,
            reported: total.reported,
            commitments: total.commitments,
            fulfilled: total.stages.fulfilled,
          },
          lang,
        )
      : '',
    series: [
      ...STAGES.map((stage) => ({ key: stage, label: STAGE_LABELS[stage][lang] })),
      { key: 'missing', label: WORDS.missing[lang] },
    ],
    bars: rows.map(({ name, cell }) => ({
      label: name,
      values: [...STAGES.map((stage) => cell.stages[stage]), cell.commitments - cell.reported],
      end: ofAll(cell.reported, cell.commitments, lang),
    })),
    source: editionSource(edition, about.path, lang),
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
