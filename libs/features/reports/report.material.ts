import type { LayerSectionKey, SnapshotContent } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import { inWords, Loose, plainText } from './regional.reader.js';
import type { Block, Inline, Line, ReportOrigin, ReportSection } from './report.document.js';
import { Formats } from './report.formats.js';
import { ContentIndex } from './report.index.js';
import { Sources } from './report.sources.js';
import type { ReportKind } from './report.vocabulary.js';

/** A part of the report without the number that it gets when the whole is put together. */
export interface Body {
  blocks?: Block[];
  sections?: ReportSection[];
  areaKey?: string | null;
}

/** One part: its place, its title, and what it says; null when the snapshot holds nothing for it. */
export interface Part {
  id: string;
  title: Bilingual;
  annex?: boolean;
  /** Parts below it that people may open with words of their own. */
  parts?: readonly Part[];
  compose(material: Material): Body | null;
}

type Terms = Record<string, { en: unknown; es: unknown }>;

/** What every part is written from: the snapshot, found by what it belongs to, and one language. */
export class Material {
  readonly index: ContentIndex;
  readonly formats: Formats;
  readonly sources = new Sources();
  /** Periods of figures other than the report's. */
  readonly windows = new Sources();
  private readonly institutions = new Map<string, { acronym: string | null; name: string }>();

  constructor(
    readonly content: SnapshotContent,
    readonly origin: ReportOrigin,
    readonly kind: ReportKind,
    readonly lang: Lang,
    /** Number of the edition, which is for readers; null in a report that is nothing but its snapshot. */
    readonly edition: number | null = null,
  ) {
    this.index = new ContentIndex(content);
    this.formats = new Formats(lang);
    for (const institution of content.others.institutions) {
      this.institutions.set(institution.id, {
        acronym: acronymIn(institution.acronym, lang),
        name: lang === 'en' ? institution.nameEn : institution.nameEs,
      });
    }
    for (const entry of this.regional('glossary').items()) {
      const key = entry.text('institutionKey');
      const acronym = acronymIn(entry.text('acronym'), lang);
      if (key && acronym && !this.institutions.has(key))
        this.institutions.set(key, { acronym, name: plainText(entry.pair('term') ?? acronym) });
    }
  }

  /** A dictionary in the report's language. */
  words<T extends Terms>(terms: T): { [K in keyof T]: T[K]['en'] } {
    return Object.fromEntries(Object.entries(terms).map(([key, term]) => [key, term[this.lang]])) as {
      [K in keyof T]: T[K]['en'];
    };
  }

  label(bilingual: Bilingual): string {
    return bilingual[this.lang];
  }

  /** A text that may exist in one language only. */
  said(en: string | null | undefined, es: string | null | undefined): Inline | null {
    return inWords(en, es, this.lang);
  }

  /** Somebody's own words in Markdown; null when nobody wrote any. */
  prose(
    title: string,
    en: string | null,
    es: string | null,
  ): { title: string; markdown: string; lang: Lang } | null {
    const [own, other] = this.lang === 'en' ? [en, es] : [es, en];
    if (own?.trim()) return { title, markdown: own.trim(), lang: this.lang };
    return other?.trim() ? { title, markdown: other.trim(), lang: this.lang === 'en' ? 'es' : 'en' } : null;
  }

  stateName(code: string): string {
    const state = this.index.state(code);
    return state ? (this.lang === 'en' ? state.nameEn : state.nameEs) : code;
  }

  areaName(key: string): string {
    const area = this.index.area(key);
    return area ? (this.lang === 'en' ? area.nameEn : area.nameEs) : key;
  }

  /** A section of the regional layer; empty when the year has none. */
  regional(key: LayerSectionKey): Loose {
    return new Loose(this.content.others.regional.find(({ id }) => id === key)?.content ?? null, this.lang);
  }

  /** `MX:COMAR` as people call it; a key that nobody named reads as its own last part. */
  institution(key: string): string {
    const known = this.institutions.get(key);
    if (known) return known.acronym ?? known.name;
    const name = key.slice(key.indexOf(':') + 1);
    return /_|[A-Z]{9,}/.test(name) ? sentence(name) : name;
  }

  /** "Ministry of Labour (MINTRAB)"; where it is named only once. */
  institutionInFull(key: string): string {
    const known = this.institutions.get(key);
    if (!known) return this.institution(key);
    return known.acronym === null || known.acronym === known.name || known.name.includes(`(${known.acronym})`)
      ? known.name
      : `${known.name} (${known.acronym})`;
  }
}

/** Some acronyms are kept in both languages: "UNHCR / ACNUR". */
export function acronymIn(acronym: string | null, lang: Lang): string | null {
  const [en, es] = acronym?.split(' / ') ?? [];
  return (lang === 'es' ? es : en) ?? en ?? null;
}

const sentence = (key: string): string =>
  key
    .split('_')
    .map((word) =>
      ['OF', 'AND', 'FOR', 'THE'].includes(word)
        ? word.toLowerCase()
        : word.length <= 3
          ? word
          : word[0] + word.slice(1).toLowerCase(),
    )
    .join(' ');

export const paragraph = (
  line: Line | Inline | null,
  tone?: 'lead' | 'small' | 'notice' | 'title',
): Block[] => (line === null ? [] : [{ type: 'paragraph', line: asLine(line), ...(tone ? { tone } : {}) }]);

export const list = (items: readonly (Line | Inline)[]): Block[] =>
  items.length === 0 ? [] : [{ type: 'list', items: items.map(asLine) }];

/** Terms that have something to say. */
export function terms(entries: readonly [term: string, line: Line | Inline | null][]): Block[] {
  const items = entries.flatMap(([term, line]) =>
    line === null || (Array.isArray(line) && line.length === 0) ? [] : [{ term, line: asLine(line) }],
  );
  return items.length === 0 ? [] : [{ type: 'terms', items }];
}

export const section = (id: string, title: string, body: Body): ReportSection => ({
  id,
  number: '',
  title,
  annex: false,
  areaKey: body.areaKey ?? null,
  blocks: body.blocks ?? [],
  sections: body.sections ?? [],
});

/** Texts one after the other with a sign between them. */
export const joined = (parts: readonly Inline[], between = ', '): Line =>
  parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]));

export const asLine = (line: Line | Inline): Line =>
  Array.isArray(line) ? (line as Line) : [line as Inline];
