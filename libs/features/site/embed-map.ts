import type { RollupCell } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import { type EmbedChart, ofAll } from './embed-chart.js';
import type { OpenEdition } from './published-editions.service.js';
import { editionSource } from './site.words.js';

/** What the map can show, as the region's page names it. */
const MEASURES = ['mean', 'states', 'coverage', 'outlook'] as const;
type Measure = (typeof MEASURES)[number];

/** The map of the region as other sites show it, in one language. */
export interface EmbedMap extends Pick<EmbedChart, 'lang' | 'title' | 'summary' | 'source'> {
  states: {
    code: string;
    label: string;
    /** 0 to 100, how deep it is coloured; null where nothing was reported. */
    level: number | null;
    /** The value as people read it. */
    value: string;
    /** The State's page, without the language. */
    path: string;
  }[];
}

const WORDS = {
  mean: { en: 'Mean progress by State', es: 'Promedio de avance por Estado' },
  states: { en: 'Mean progress by State', es: 'Promedio de avance por Estado' },
  coverage: { en: 'Commitments reported by State', es: 'Compromisos informados por Estado' },
  outlook: {
    en: 'Commitments on track, of those assessed',
    es: 'Compromisos según lo previsto, de los valorados',
  },
} satisfies Record<Measure, Bilingual>;
const MISSING: Bilingual = { en: 'Not reported', es: 'No informado' };

/** The region in an edition. @param show the measure; the mean unless it is one of the others */
export function regionMap({ edition, index }: OpenEdition, show: string | null, lang: Lang): EmbedMap {
  const measure = MEASURES.find((each) => each === show) ?? 'mean';
  const percent = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'es-MX', {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  let illustrative = 0;
  const states = index.states.flatMap((state) => {
    const cell = index.cell('state', state.id);
    if (!cell) return [];
    const level = levelOf(cell, measure);
    illustrative += cell.illustrative;
    const told =
      measure === 'coverage'
        ? ofAll(cell.reported, cell.commitments, lang)
        : percent.format((level ?? 0) / 100);
    return [
      {
        code: state.id,
        label: lang === 'en' ? state.nameEn : state.nameEs,
        level,
        value: level === null ? MISSING[lang] : told,
        path: `/states/${state.id}?cycle=${edition.cycleKey}`,
      },
    ];
  });
  const shown = states.filter(({ level }) => level !== null).length;
  return {
    lang,
    title: WORDS[measure][lang],
    summary: summaryOf(shown, states.length, measure === 'coverage' ? 0 : illustrative, lang),
    states,
    source: editionSource(edition, measure === 'mean' ? '/region' : `/region?show=${measure}`, lang),
  };
}

function levelOf(cell: RollupCell, measure: Measure): number | null {
  const { commitments, reported, outlooks, meanPercent } = cell;
  if (reported === 0) return null;
  if (measure === 'coverage') return (100 * reported) / commitments;
  if (measure !== 'outlook') return meanPercent === null ? null : Number(meanPercent);
  const assessed = reported - outlooks.not_assessed;
  return assessed === 0 ? null : (100 * outlooks.on_track) / assessed;
}

function summaryOf(shown: number, all: number, illustrative: number, lang: Lang): string {
  const values =
    lang === 'en' ? `${shown} of ${all} States with a value.` : `${shown} de ${all} Estados con valor.`;
  if (illustrative === 0) return values;
  const one = illustrative === 1;
  return lang === 'en'
    ? `${values} ${illustrative} ${one ? 'assessment is' : 'assessments are'} illustrative: the source material does not state ${one ? 'it' : 'them'}.`
    : `${values} ${illustrative} ${one ? 'valoración es ilustrativa' : 'valoraciones son ilustrativas'}: el material de origen no ${one ? 'la' : 'las'} indica.`;
}
