import type { Schemas } from '~/api/client';
import type { Figure } from '~/ui/figure-text';
import type { Outlook, Stage } from '~/ui/vocabulary';
import { numberOf, typedOf } from './numbers';

type Body = Schemas['UpdateBody'];
type Detail = Schemas['UpdateDetail'];
type Fact = Schemas['FactContent'];
type Evidence = Schemas['EvidenceDto'];

export const TEXTS = ['narrative', 'challenges', 'nextSteps', 'supportNeeded'] as const;
export type TextName = (typeof TEXTS)[number];
export type Both = Record<'en' | 'es', string>;

/** Numbers are kept as they were typed until the draft is saved. */
export interface FigureDraft extends Omit<Figure, 'value' | 'numerator' | 'denominator'> {
  key: string;
  value: string;
  numerator: string;
  denominator: string;
}

export interface FactDraft extends Omit<Fact, 'figures'> {
  key: string;
  figures: FigureDraft[];
}

export interface EvidenceDraft extends Evidence {
  key: string;
  /** What is known of a file. */
  file?: Schemas['EvidenceFileView'] | null;
  /** Under which key a file waits on this device for a network. */
  waits?: string;
}

/** An update as the form holds it. */
export interface Draft {
  stage: Stage | null;
  outlook: Outlook | null;
  percent: string;
  byMilestones: boolean;
  /** Percent by milestone id; absent: not said. */
  milestones: Record<string, string>;
  texts: Record<TextName, Both>;
  facts: FactDraft[];
  evidence: EvidenceDraft[];
  /** Fields whose value the source material does not state; a field that somebody sets loses its mark. */
  illustrative: Detail['illustrative'];
}

let made = 0;
/** A key for React that no other item of this page has. */
export const newKey = (): string => `new-${++made}`;

/** What is written of an item: without the keys by which this page and the API know it. */
function written<T extends { key: string }>(item: T): Omit<T, 'key'> {
  const rest: Partial<T> & { id?: unknown } = { ...item };
  delete rest.key;
  delete rest.id;
  return rest as Omit<T, 'key'>;
}

const noTexts = (): Draft['texts'] => ({
  narrative: { en: '', es: '' },
  challenges: { en: '', es: '' },
  nextSteps: { en: '', es: '' },
  supportNeeded: { en: '', es: '' },
});

export const emptyDraft = (hasMilestones: boolean): Draft => ({
  stage: null,
  outlook: null,
  percent: '',
  byMilestones: hasMilestones,
  milestones: {},
  texts: noTexts(),
  facts: [],
  evidence: [],
  illustrative: [],
});

/** What the server has, as the form holds it. */
export function draftOf(update: Detail): Draft {
  const both = (name: TextName): Both => ({ en: update[`${name}En`] ?? '', es: update[`${name}Es`] ?? '' });
  return {
    stage: update.stage ?? null,
    outlook: update.outlook ?? null,
    percent: typedOf(update.percent),
    byMilestones: update.percentSource === 'milestones',
    milestones: Object.fromEntries(
      update.milestones.map(({ milestoneId, percent }) => [milestoneId, typedOf(percent)]),
    ),
    texts: {
      narrative: both('narrative'),
      challenges: both('challenges'),
      nextSteps: both('nextSteps'),
      supportNeeded: both('supportNeeded'),
    },
    facts: update.facts.map((fact) => ({
      ...fact,
      key: newKey(),
      figures: (fact.figures ?? []).map(figureDraftOf),
    })),
    evidence: update.evidence.map((item) => ({ ...item, key: newKey() })),
    illustrative: update.illustrative,
  };
}

const figureDraftOf = (figure: Figure): FigureDraft => ({
  ...figure,
  key: newKey(),
  value: typedOf(figure.value),
  numerator: typedOf(figure.numerator),
  denominator: typedOf(figure.denominator),
});

/** The figure that a draft stands for; what is no number becomes null. */
export function figureOf(draft: FigureDraft): Figure {
  const figure = written(draft);
  const known = figure.valueState === 'reported' || figure.valueState === 'carried_forward';
  return {
    ...figure,
    value: known ? valueOf(figure) : null,
    numerator: finite(numberOf(figure.numerator)),
    denominator: finite(numberOf(figure.denominator)),
  };
}

/** A share is said by its parts; its value follows from them. */
function valueOf(figure: Omit<FigureDraft, 'key'>): number | null {
  if (figure.valueType !== 'ratio') return finite(numberOf(figure.value));
  const [part, whole] = [numberOf(figure.numerator), numberOf(figure.denominator)];
  return part === null || whole === null || whole === 0 ? null : finite(part / whole);
}

const finite = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value;
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

const factOf = (draft: FactDraft): Fact => ({
  ...written(draft),
  figures: draft.figures.map(figureOf),
  commitments: draft.commitments?.map(({ commitmentId, match }) => ({ commitmentId, match })),
  evidence: draft.evidence?.map(evidenceOf),
});

const evidenceOf = ({ titleEn, titleEs, kind, url, fileId }: Evidence): Evidence => ({
  titleEn,
  titleEs,
  kind,
  url,
  fileId,
});

/** The draft as the API takes it. */
export function bodyOf(draft: Draft): Body {
  const texts = Object.fromEntries(
    TEXTS.flatMap((name) => [
      [`${name}En`, orNull(draft.texts[name].en)],
      [`${name}Es`, orNull(draft.texts[name].es)],
    ]),
  );
  const percent = draft.byMilestones ? null : finite(numberOf(draft.percent));
  return {
    stage: draft.stage,
    outlook: draft.outlook,
    ...(draft.byMilestones ? {} : { percent }),
    percentSource: draft.byMilestones ? 'milestones' : percent === null ? null : 'reported',
    noChange: false,
    ...texts,
    illustrative: draft.illustrative,
    facts: draft.facts.map(factOf),
    evidence: draft.evidence.map(evidenceOf),
    milestones: Object.entries(draft.milestones).flatMap(([milestoneId, typed]) => {
      const said = finite(numberOf(typed));
      return said === null ? [] : [{ milestoneId, percent: said }];
    }),
  };
}

/** Typed numbers that are none, by their field; they never reach the server. */
export function unreadable(draft: Draft): string[] {
  const wrong = (typed: string): boolean => Number.isNaN(numberOf(typed));
  return [
    ...(!draft.byMilestones && wrong(draft.percent) ? ['percent'] : []),
    ...draft.facts.flatMap((fact, f) =>
      fact.figures.flatMap((figure, g) =>
        (['value', 'numerator', 'denominator'] as const)
          .filter((name) => wrong(figure[name]))
          .map((name) => `facts[${f}].figures[${g}].${name}`),
      ),
    ),
  ];
}

/** A figure as a new one begins: counted in the cycle's window. */
export const newFigure = (window: { factsFrom: string; factsTo: string }): FigureDraft => ({
  key: newKey(),
  value: '',
  numerator: '',
  denominator: '',
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  windowStart: window.factsFrom,
  windowEnd: window.factsTo,
});

export const newFact = (): FactDraft => ({
  key: newKey(),
  kind: 'indicator_observation',
  figures: [],
  institutions: [],
});
