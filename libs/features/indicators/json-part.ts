import { type Bilingual, STORABLE } from '#platform/http';
import { type RowProblem, shown } from '#platform/tables';

/** One place in a JSON document: reads what is there and tells what is wrong with it by its path. */
export class JsonPart {
  constructor(
    readonly path: string,
    readonly value: unknown,
    readonly row: number | null,
    private readonly problems: RowProblem[],
    private readonly warnings: RowProblem[] = [],
  ) {}

  tell(detail: Bilingual): void {
    this.problems.push(this.told(detail));
  }

  /** Says what a person should know, and keeps nothing from being imported. */
  warn(detail: Bilingual): void {
    this.warnings.push(this.told(detail));
  }

  private told(detail: Bilingual): RowProblem {
    return { row: this.row, column: this.path || null, value: shown(this.value), detail };
  }

  get isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  at(name: string): JsonPart {
    const inner = this.isObject ? (this.value as Record<string, unknown>)[name] : undefined;
    return new JsonPart(
      this.path ? `${this.path}.${name}` : name,
      inner,
      this.row,
      this.problems,
      this.warnings,
    );
  }

  get names(): string[] {
    return this.isObject ? Object.keys(this.value as object) : [];
  }

  /** Entries of a list, each a row of its own from `first`; none, with a problem, of what is no list. */
  entries(first: number): JsonPart[] {
    if (!Array.isArray(this.value)) {
      this.tell({ en: 'must be a list', es: 'debe ser una lista' });
      return [];
    }
    return this.value.map(
      (entry: unknown, i) =>
        new JsonPart(`${this.path}[${i}]`, entry, first + i, this.problems, this.warnings),
    );
  }

  /** @param optional absent or null is null, without a problem */
  text(optional = false): string | null {
    if (optional && (this.value === undefined || this.value === null)) return null;
    const text = typeof this.value === 'string' ? this.value.trim() : '';
    if (text !== '' && text.length <= 500 && STORABLE.test(text)) return text;
    this.tell({ en: 'must be text of 1 to 500 characters', es: 'debe ser un texto de 1 a 500 caracteres' });
    return null;
  }

  number(): number | null {
    if (this.value === undefined || this.value === null) return null;
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return this.value;
    this.tell({
      en: 'must be a number without marks for thousands',
      es: 'debe ser un número sin separador de miles',
    });
    return null;
  }

  /** The meaning of a word in `words`. */
  word<T>(words: Readonly<Record<string, T>>): T | null {
    if (typeof this.value === 'string' && Object.hasOwn(words, this.value)) return words[this.value] as T;
    const list = Object.keys(words).join(', ');
    this.tell({ en: `must be one of: ${list}`, es: `debe ser uno de: ${list}` });
    return null;
  }
}
