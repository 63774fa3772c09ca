import { cycleName } from '#features/cycles';
import { type FigureContent, OUTLOOK_LABELS, STAGE_LABELS } from '#features/progress';
import { ContentIndex, Formats } from '#features/reports';
import type { SnapshotContent, SnapshotFact } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import {
  COMMITMENT_WORDS,
  type ContextFigure,
  cycleLabel,
  figureAs,
  isContextFigure,
  no,
  type Resolved,
  said,
  type Unresolved,
} from './reference.answers.js';
import type { Reference } from './reference.grammar.js';
import { MEASURES } from './reference.measures.js';

/** One thing that a text can refer to, as a picker lists it. */
export interface Referable {
  reference: string;
  label: Bilingual;
  text: Bilingual;
  stateCode: string | null;
  /** Where a fact was found; null for what the snapshot itself counts. */
  source: string | null;
}

/** Every figure of a snapshot under the name that texts give it. Nothing but the snapshot is looked at. */
export class ReferenceBook {
  readonly index: ContentIndex;
  private readonly formats: Record<Lang, Formats> = { en: new Formats('en'), es: new Formats('es') };
  private readonly facts: ReadonlyMap<string, SnapshotFact>;
  private readonly context: ReadonlyMap<string, ContextFigure>;

  constructor(readonly content: SnapshotContent) {
    this.index = new ContentIndex(content);
    this.facts = new Map(this.index.facts.flatMap((fact) => (fact.code === null ? [] : [[fact.code, fact]])));
    const told = content.others.regional.find(({ id }) => id === 'context_figures')?.content;
    const figures = Array.isArray(told) ? (told as unknown[]).filter(isContextFigure) : [];
    this.context = new Map(figures.map((figure) => [figure.key, figure]));
  }

  resolve({ kind, path }: Reference | Pick<Reference, 'kind' | 'path'>, lang: Lang): Resolved | Unresolved {
    switch (kind) {
      case 'fact':
        return this.fact(path, lang);
      case 'rollup':
        return this.rollup(path, lang);
      case 'commitment':
        return this.commitment(path, lang);
      case 'context':
        return this.contextFigure(path, lang);
      case 'cycle':
        return this.cycle(path, lang);
      default:
        return no(
          `There are references to fact, rollup, commitment, context and cycle, not to “${kind}”.`,
          `Hay referencias a fact, rollup, commitment, context y cycle, no a «${kind}».`,
        );
    }
  }

  /** Everything that resolves, in the order of the report. */
  *all(): Generator<Referable> {
    for (const name of ['name', 'year', 'from', 'to', 'cutoff'])
      yield* this.entry(`cycle:${name}`, cycleLabel(name));
    for (const cell of this.content.cells) {
      const place = cell.stateCode === '' ? 'region' : cell.stateCode;
      const path = cell.areaKey === '' ? place : `${place}.${cell.areaKey}`;
      for (const [measure, { label }] of Object.entries(MEASURES))
        yield* this.entry(`rollup:${path}.${measure}`, (lang) => `${this.whose(cell, lang)}: ${label[lang]}`);
    }
    for (const { key, labelEn, labelEs } of this.context.values())
      yield* this.entry(`context:${key}`, (lang) => (lang === 'en' ? labelEn : labelEs) ?? key);
    for (const [code, fact] of this.facts)
      for (const [i] of this.index.figuresOf(fact.id).entries())
        yield* this.entry(
          `fact:${code}${i === 0 ? '' : `.${i + 1}`}`,
          (lang) => said(fact, lang) ?? code,
          fact.source,
        );
    for (const commitment of this.index.commitments)
      for (const what of ['percent', 'stage', 'outlook', 'title'])
        yield* this.entry(
          `commitment:${commitment.code}.${what}`,
          (lang) =>
            `${commitment.code} ${lang === 'en' ? commitment.titleEn : commitment.titleEs}: ${COMMITMENT_WORDS[what]?.[lang] ?? ''}`,
        );
  }

  private *entry(
    name: string,
    label: (lang: Lang) => string,
    source: string | null = null,
  ): Generator<Referable> {
    const colon = name.indexOf(':');
    const asked = { kind: name.slice(0, colon), path: name.slice(colon + 1).split('.') };
    const [en, es] = [this.resolve(asked, 'en'), this.resolve(asked, 'es')];
    if (!en.ok || !es.ok) return;
    yield {
      reference: `{{${name}}}`,
      label: { en: label('en'), es: label('es') },
      text: { en: en.text, es: es.text },
      stateCode: en.stateCode,
      source,
    };
  }

  private fact([code, ...rest]: string[], lang: Lang): Resolved | Unresolved {
    const fact = code === undefined ? undefined : this.facts.get(code);
    if (!fact)
      return no(`No fact has the code “${code ?? ''}”.`, `Ningún hecho tiene el código «${code ?? ''}».`);
    const nth = rest[0] !== undefined && /^[1-9]\d?$/.test(rest[0]) ? Number(rest.shift()) : 1;
    const found = { stateCode: fact.stateCode, place: { to: `fact-${code}`, text: String(code) } };
    const [form, ...more] = rest;
    if (more.length > 0 || (form !== undefined && form !== 'number' && form !== 'text'))
      return no(
        'After the code of a fact come at most the number of its figure and “number”, or “text”.',
        'Tras el código de un hecho van como máximo el número de su cifra y «number», o «text».',
      );
    if (form === 'text') {
      const words = said(fact, lang);
      return words === null
        ? no(`${code} has no text.`, `${code} no tiene texto.`)
        : { ok: true, text: words, ...found };
    }
    const figure = this.index.figuresOf(fact.id)[nth - 1] as FigureContent | undefined;
    if (!figure)
      return no(`${code} has no figure number ${nth}.`, `${code} no tiene una cifra número ${nth}.`);
    return figureAs(figure, form === 'number', lang, found, String(code));
  }

  private contextFigure([key, form, ...more]: string[], lang: Lang): Resolved | Unresolved {
    const figure = key === undefined ? undefined : this.context.get(key);
    if (!figure || more.length > 0 || (form !== undefined && form !== 'number'))
      return no(
        `The regional context has no figure “${[key, form].filter(Boolean).join('.')}”.`,
        `El contexto regional no tiene la cifra «${[key, form].filter(Boolean).join('.')}».`,
      );
    const found = {
      stateCode: null,
      place: { to: 'context', text: figure[lang === 'en' ? 'labelEn' : 'labelEs'] ?? figure.key },
    };
    return figureAs({ ...figure, labelEn: null, labelEs: null }, form === 'number', lang, found, figure.key);
  }

  private rollup(path: string[], lang: Lang): Resolved | Unresolved {
    const measure = path.at(-1) ?? '';
    const [place = '', area = ''] = path.slice(0, -1);
    const known = Object.hasOwn(MEASURES, measure) ? MEASURES[measure] : undefined;
    if (!known || path.length < 2 || path.length > 3)
      return no(
        `A rollup is named like rollup:MX.protection.mean; “${measure}” is none of: ${Object.keys(MEASURES).join(', ')}.`,
        `Un agregado se nombra como rollup:MX.protection.mean; «${measure}» no es ninguno de: ${Object.keys(MEASURES).join(', ')}.`,
      );
    const stateCode = place === 'region' ? '' : place;
    const level = stateCode === '' ? (area === '' ? 'region' : 'area') : area === '' ? 'state' : 'state_area';
    const cell = this.index.cell(level, stateCode, area);
    if (!cell)
      return no(
        `There are no commitments under “${path.slice(0, -1).join('.')}”.`,
        `No hay compromisos en «${path.slice(0, -1).join('.')}».`,
      );
    const text = known.text(cell, this.formats[lang]);
    if (text === null)
      return no(`Nobody reported it: ${known.label.en}.`, `Nadie lo informó: ${known.label.es}.`);
    const to = stateCode === '' ? 'results' : `chapter-${stateCode}`;
    return { ok: true, text, stateCode, place: { to, text: this.whose(cell, lang) } };
  }

  private commitment([code, what, ...more]: string[], lang: Lang): Resolved | Unresolved {
    const commitment = this.index.commitments.find((each) => each.code === code);
    if (!commitment)
      return no(
        `No commitment has the code “${code ?? ''}”.`,
        `Ningún compromiso tiene el código «${code ?? ''}».`,
      );
    const update = this.index.update(commitment.id);
    const found = { stateCode: commitment.stateCode, place: { to: `status-${code}`, text: commitment.code } };
    const tell = (text: string | null | undefined): Resolved | Unresolved =>
      text === null || text === undefined
        ? no(
            `${code} has no approved update that says it.`,
            `${code} no tiene una actualización aprobada que lo diga.`,
          )
        : { ok: true, text, ...found };
    if (more.length === 0 && what === 'title')
      return tell(lang === 'en' ? commitment.titleEn : commitment.titleEs);
    if (more.length === 0 && what === 'percent')
      return tell(update?.percent == null ? null : this.formats[lang].percent(update.percent));
    if (more.length === 0 && what === 'stage') return tell(update && STAGE_LABELS[update.stage][lang]);
    if (more.length === 0 && what === 'outlook') return tell(update && OUTLOOK_LABELS[update.outlook][lang]);
    return no(
      'Of a commitment a text can name percent, stage, outlook and title.',
      'De un compromiso, un texto puede nombrar percent, stage, outlook y title.',
    );
  }

  private cycle([what, ...more]: string[], lang: Lang): Resolved | Unresolved {
    const { cycle } = this.content;
    const days = { from: cycle.factsFrom, to: cycle.factsTo, cutoff: cycle.cutoffOn };
    const tell = (text: string): Resolved => ({ ok: true, text, stateCode: null, place: null });
    if (more.length === 0 && what === 'year') return tell(String(cycle.year));
    if (more.length === 0 && what === 'name') return tell(cycleName(cycle)[lang]);
    if (more.length === 0 && (what === 'from' || what === 'to' || what === 'cutoff'))
      return tell(this.formats[lang].day(days[what]));
    return no(
      'Of the cycle a text can name name, year, from, to and cutoff.',
      'Del ciclo, un texto puede nombrar name, year, from, to y cutoff.',
    );
  }

  /** "Mexico, protection", "Region" */
  private whose({ stateCode, areaKey }: { stateCode: string; areaKey: string }, lang: Lang): string {
    const state = this.index.state(stateCode);
    const area = this.index.area(areaKey);
    const named = (thing: { nameEn: string; nameEs: string } | undefined): string | undefined =>
      lang === 'en' ? thing?.nameEn : thing?.nameEs;
    const place = stateCode === '' ? { en: 'Region', es: 'Región' }[lang] : (named(state) ?? stateCode);
    return areaKey === '' ? place : `${place}, ${named(area) ?? areaKey}`;
  }
}
