import { STAGES } from '#features/progress';
import type { SnapshotCommitment } from '#features/rollups';
import type { Lang } from '#platform/http';
import { TO_TRANSLATE } from './literal-signs.rules.js';
import type { ReferenceBook } from './reference.book.js';
import type { PlannedSection } from './section.plan.js';
import type { SectionTexts } from './text.checks.js';

/** Figures of one commitment that a first draft names. */
const MOST_FIGURES = 3;

/**
 * A text to begin with, put together from approved updates and the snapshot's figures by fixed rules: who edits it goes on
 * from there. Every number that the rules put in is a reference. Empty for a section of which nothing is known.
 */
export function firstDraft({ key, stateCode }: PlannedSection, book: ReferenceBook): SectionTexts {
  const write = (lang: Lang): string => {
    const writer = new Writer(book, lang);
    if (stateCode !== null) return writer.chapter(stateCode);
    switch (key) {
      case 'foreword':
        return writer.foreword();
      case 'results':
        return writer.region();
      case 'changed':
        return writer.changes();
      case 'context':
        return writer.context();
      case 'at-risk':
        return writer.atRisk();
      default:
        return '';
    }
  };
  return { textEn: write('en'), textEs: write('es') };
}

const WORDS = {
  reported: {
    en: (place: string, who: string) =>
      `In the cycle “{{cycle:name}}”, ${who} reported on {{rollup:${place}.coverage}} commitments.`,
    es: (place: string, who: string) =>
      `En el ciclo «{{cycle:name}}», ${who} informó sobre {{rollup:${place}.coverage}} compromisos.`,
  },
  mean: {
    en: (place: string) => ` Their mean progress is {{rollup:${place}.mean}}.`,
    es: (place: string) => ` El avance medio de los compromisos informados es de {{rollup:${place}.mean}}.`,
  },
  states: {
    en: ' With each State weighing the same, it is {{rollup:region.mean_of_states}}.',
    es: ' Si cada Estado pesa lo mismo, es de {{rollup:region.mean_of_states}}.',
  },
  stages: {
    en: (counts: string) => ` By stage: ${counts}.`,
    es: (counts: string) => ` Por etapa: ${counts}.`,
  },
  stage: {
    not_started: { en: 'not started', es: 'no iniciados' },
    planning: { en: 'in planning', es: 'en planificación' },
    in_progress: { en: 'in progress', es: 'en curso' },
    fulfilled: { en: 'fulfilled', es: 'cumplidos' },
    discontinued: { en: 'discontinued', es: 'discontinuados' },
  },
  change: {
    en: (place: string) => ` Change since the last cycle of this kind: {{rollup:${place}.change}}.`,
    es: (place: string) => ` Variación desde el último ciclo de este tipo: {{rollup:${place}.change}}.`,
  },
  area: {
    en: (place: string) => ` (commitments reported: {{rollup:${place}.coverage}})`,
    es: (place: string) => ` (compromisos informados: {{rollup:${place}.coverage}})`,
  },
  since: {
    change: { en: 'since the last cycle of this kind', es: 'desde el último ciclo de este tipo' },
    change_other: { en: 'since the cycle before', es: 'desde el ciclo anterior' },
  },
  figures: { en: 'Figures: ', es: 'Cifras: ' },
  region: { en: 'the region', es: 'la región' },
} as const;

class Writer {
  constructor(
    private readonly book: ReferenceBook,
    private readonly lang: Lang,
  ) {}

  /** How far the region is, in one paragraph; its States stand in the results. */
  foreword(): string {
    const { region, reported } = WORDS;
    return reported[this.lang]('region', region[this.lang]) + this.more('region');
  }

  region(): string {
    const states = this.book.index.states
      .filter(({ id }) => this.knows(`rollup:${id}.coverage`))
      .map(
        (state) =>
          `- ${this.nameOf(state)}: {{rollup:${state.id}.coverage}}${this.ifKnown(`rollup:${state.id}.mean`, ` ({{rollup:${state.id}.mean}})`)}`,
      );
    return [this.foreword(), states.join('\n')].filter(Boolean).join('\n\n');
  }

  /** How the mean of the region and of each State moved; nothing for who has no earlier cycle. */
  changes(): string {
    const { region, since } = WORDS;
    const places = [
      { id: 'region', name: region[this.lang] },
      ...this.book.index.states.map((state) => ({ id: state.id, name: this.nameOf(state) })),
    ];
    return places
      .flatMap(({ id, name }) => {
        const told = (['change', 'change_other'] as const)
          .filter((measure) => this.knows(`rollup:${id}.${measure}`))
          .map((measure) => `{{rollup:${id}.${measure}}} ${since[measure][this.lang]}`);
        return told.length === 0
          ? []
          : [`- ${name.charAt(0).toUpperCase()}${name.slice(1)}: ${told.join('; ')}`];
      })
      .join('\n');
  }

  context(): string {
    return [...this.book.all()]
      .filter(({ reference }) => reference.startsWith('{{context:'))
      .map(({ reference, label }) => `- ${label[this.lang]}: ${reference}`)
      .join('\n');
  }

  atRisk(): string {
    const { index } = this.book;
    return index.commitments
      .filter(({ id }) => ['at_risk', 'off_track'].includes(index.update(id)?.outlook ?? ''))
      .map((commitment) => {
        const update = index.update(commitment.id);
        const why = this.said(update?.challengesEn, update?.challengesEs);
        return `- **{{commitment:${commitment.code}.title}}** ({{commitment:${commitment.code}.outlook}})${why ? `: ${why}` : ''}`;
      })
      .join('\n');
  }

  chapter(stateCode: string): string {
    const { index } = this.book;
    const state = index.state(stateCode);
    const commitments = index.commitmentsOf(stateCode);
    if (!state || commitments.length === 0) return '';
    const name = this.nameOf(state);
    const areas = index.areas.flatMap((area) => {
      const told = commitments
        .filter((commitment) => index.areaOf(commitment) === area.id)
        .flatMap((commitment) => this.progress(commitment));
      const place = `${stateCode}.${area.id}`;
      const coverage = this.ifKnown(`rollup:${place}.coverage`, WORDS.area[this.lang](place));
      return told.length === 0 ? [] : [`**${this.nameOf(area)}**${coverage}`, told.join('\n')];
    });
    return [WORDS.reported[this.lang](stateCode, name) + this.more(stateCode), ...areas].join('\n\n');
  }

  /** What the approved update says of one commitment, and its figures; nothing without an update that says something. */
  private progress({ id, code }: SnapshotCommitment): string[] {
    const { index } = this.book;
    const update = index.update(id);
    if (!update || index.isCarriedForward(id)) return [];
    const said = this.said(update.narrativeEn, update.narrativeEs);
    const references = index
      .factsOf(id)
      .filter((fact) => fact.code !== null && this.knows(`fact:${fact.code}`))
      .map((fact) => `fact:${fact.code}`);
    // Two facts can say the same: a sentence says it once.
    const different = [...new Map(references.map((each) => [this.told(each), each])).values()];
    const figures = different
      .slice(0, MOST_FIGURES)
      .map((reference) => `{{${reference}}}`)
      .join('; ');
    const parts = [
      ...(said === null ? [] : [said]),
      ...(figures ? [`${WORDS.figures[this.lang]}${figures}.`] : []),
    ];
    return parts.length === 0 ? [] : [`- {{commitment:${code}.title}}: ${parts.join(' ')}`];
  }

  /** The first paragraph of somebody's own words, on one line; marked where they are in the other language. */
  private said(en: string | null | undefined, es: string | null | undefined): string | null {
    const [own, other] = this.lang === 'en' ? [en, es] : [es, en];
    const first = (text: string): string => (text.trim().split(/\n\s*\n/)[0] ?? '').replace(/\s*\n\s*/g, ' ');
    if (own?.trim()) return first(own);
    return other?.trim() ? `${TO_TRANSLATE[this.lang]} ${first(other)}` : null;
  }

  private more(place: string): string {
    const { mean, states, stages, stage, change } = WORDS;
    const counts = STAGES.filter((each) => !['0', null].includes(this.told(`rollup:${place}.${each}`)))
      .map((each) => `${stage[each][this.lang]}, {{rollup:${place}.${each}}}`)
      .join('; ');
    return (
      this.ifKnown(`rollup:${place}.mean`, mean[this.lang](place)) +
      (place === 'region' ? this.ifKnown('rollup:region.mean_of_states', states[this.lang]) : '') +
      (counts && stages[this.lang](counts)) +
      this.ifKnown(`rollup:${place}.change`, change[this.lang](place))
    );
  }

  private nameOf({ nameEn, nameEs }: { nameEn: string; nameEs: string }): string {
    return this.lang === 'en' ? nameEn : nameEs;
  }

  private ifKnown(reference: string, text: string): string {
    return this.knows(reference) ? text : '';
  }

  private knows(reference: string): boolean {
    return this.told(reference) !== null;
  }

  /** What a reference stands for; null for nothing. */
  private told(reference: string): string | null {
    const [kind = '', path = ''] = divided(reference);
    const answer = this.book.resolve({ kind, path: path.split('.') }, this.lang);
    return answer.ok ? answer.text : null;
  }
}

const divided = (reference: string): [string, string] => {
  const colon = reference.indexOf(':');
  return [reference.slice(0, colon), reference.slice(colon + 1)];
};
