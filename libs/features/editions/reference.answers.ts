import { type FigureContent, figureText } from '#features/progress';
import type { SnapshotFact } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';

/** What a reference stands for. */
export interface Resolved {
  ok: true;
  text: string;
  /** Whose figure it is; empty for the region's, null for what is nobody's secret. */
  stateCode: string | null;
  /** Place of the report where the figure is told; null where it has none of its own. */
  place: { to: string; text: string } | null;
}

/** Whether whoever asks may read a State's figures, the region's (empty), or what is nobody's secret (null). */
export type MayTell = (stateCode: string | null) => boolean;

/** Why a reference stands for nothing, as a sentence. */
export interface Unresolved {
  ok: false;
  why: Bilingual;
}

/** A figure of the regional context, as the snapshot keeps it. */
export type ContextFigure = FigureContent & { key: string };

/** Whether a value is such a figure; the layer is told by other rooms. */
export const isContextFigure = (value: unknown): value is ContextFigure =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'valueState' in value;

/** A figure as a text shows it: bare, or with what a reader must know of it. */
export function figureAs(
  figure: FigureContent,
  bare: boolean,
  lang: Lang,
  found: Pick<Resolved, 'stateCode' | 'place'>,
  name: string,
): Resolved | Unresolved {
  if (figure.value === null)
    return no(`${name} has no value: nobody reported one.`, `${name} no tiene valor: nadie lo informó.`);
  return { ok: true, text: figureText(bare ? { ...figure, ...BARE } : figure, lang), ...found };
}

/** A value without unit, qualifier, window or anything else around it. */
const BARE = {
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  valueState: 'reported',
  unitEn: null,
  unitEs: null,
  labelEn: null,
  labelEs: null,
  population: null,
  windowStart: null,
  windowEnd: null,
  windowTextEn: null,
  windowTextEs: null,
  asOf: null,
} as const satisfies Partial<FigureContent>;

/** What a fact says, in the other language where nobody translated it. */
export const said = (fact: SnapshotFact, lang: Lang): string | null =>
  lang === 'en' ? (fact.textEn ?? fact.textEs) : (fact.textEs ?? fact.textEn);

/** A refusal in both languages. */
export const no = (en: string, es: string): Unresolved => ({ ok: false, why: { en, es } });

const CYCLE_WORDS: Record<string, Bilingual> = {
  name: { en: 'the cycle', es: 'el ciclo' },
  year: { en: 'its year', es: 'su año' },
  from: { en: 'first day of the facts', es: 'primer día de los hechos' },
  to: { en: 'last day of the facts', es: 'último día de los hechos' },
  cutoff: { en: 'cut-off day', es: 'fecha de corte' },
};
/** What one word of the cycle stands for. */
export const cycleLabel =
  (name: string) =>
  (lang: Lang): string =>
    CYCLE_WORDS[name]?.[lang] ?? name;

/** What a text can name of a commitment. */
export const COMMITMENT_WORDS: Record<string, Bilingual> = {
  percent: { en: 'percent', es: 'porcentaje' },
  stage: { en: 'stage', es: 'etapa' },
  outlook: { en: 'outlook', es: 'perspectiva' },
  title: { en: 'title', es: 'título' },
};
