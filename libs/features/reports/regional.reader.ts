import type { Lang } from '#platform/http';
import type { Inline } from './report.document.js';

/**
 * A value of the regional layer. Its documents are imported as they are, so nothing here trusts their shape: what is
 * missing or of another type reads as null or as an empty list.
 */
export class Loose {
  constructor(
    private readonly value: unknown,
    private readonly lang: Lang,
  ) {}

  get isEmpty(): boolean {
    return this.value === null || this.value === undefined;
  }

  at(key: string): Loose {
    return new Loose(this.member(key), this.lang);
  }

  items(): Loose[] {
    return Array.isArray(this.value) ? this.value.map((item: unknown) => new Loose(item, this.lang)) : [];
  }

  list(key: string): Loose[] {
    return this.at(key).items();
  }

  text(key: string): string | null {
    const found = this.member(key);
    return typeof found === 'string' && found.trim() !== '' ? found : null;
  }

  number(key: string): number | null {
    const found = this.member(key);
    return typeof found === 'number' && Number.isFinite(found) ? found : null;
  }

  isTrue(key: string): boolean {
    return this.member(key) === true;
  }

  texts(key: string): string[] {
    const found = this.member(key);
    return Array.isArray(found) ? found.filter((item): item is string => typeof item === 'string') : [];
  }

  /** `{en, es}` under a key. */
  words(key: string): Inline | null {
    return this.at(key).asWords();
  }

  /** This value itself as `{en, es}`. */
  asWords(): Inline | null {
    return inWords(this.text('en'), this.text('es'), this.lang);
  }

  /** Each `{en, es}` of a list. */
  wordsList(key: string): Inline[] {
    return this.list(key).flatMap((item) => item.asWords() ?? []);
  }

  /** `labelEn` and `labelEs` for `label`. */
  pair(name: string): Inline | null {
    return inWords(this.text(`${name}En`), this.text(`${name}Es`), this.lang);
  }

  get raw(): unknown {
    return this.value;
  }

  private member(key: string): unknown {
    return typeof this.value === 'object' && this.value !== null
      ? (this.value as Record<string, unknown>)[key]
      : undefined;
  }
}

/** A text in the language asked for, else in the other one and marked so, else null. */
export function inWords(
  en: string | null | undefined,
  es: string | null | undefined,
  lang: Lang,
): Inline | null {
  const [own, other] = lang === 'en' ? [en, es] : [es, en];
  if (own?.trim()) return own.trim();
  return other?.trim() ? { kind: 'said', text: other.trim(), lang: lang === 'en' ? 'es' : 'en' } : null;
}

/** The bare text of a run, for captions and descriptions. */
export function plainText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'prose') return inline.markdown;
  return 'number' in inline ? '' : inline.text;
}
