import type { Inline } from './report.document.js';

/** A numbered list of sources, or of what else notes say, in the order in which the report names them. */
export class Sources {
  private readonly numbers = new Map<string, number>();

  /** The source's number, a new one when it is named for the first time. */
  number(source: string): number {
    const known = this.numbers.get(source);
    if (known !== undefined) return known;
    this.numbers.set(source, this.numbers.size + 1);
    return this.numbers.size;
  }

  /** References to put after a sentence. */
  cite(sources: readonly string[]): Inline[] {
    return sources.map((source) => ({ kind: 'source', number: this.number(source) }));
  }

  all(): { number: number; text: string }[] {
    return [...this.numbers].map(([text, number]) => ({ number, text }));
  }
}
