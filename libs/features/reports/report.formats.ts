import type { Lang } from '#platform/http';

/** Numbers and days as the region writes them, the same way as `figureText` of the room of progress. */
const LOCALES: Record<Lang, string> = { en: 'en-US', es: 'es-MX' };
const PP: Record<Lang, string> = { en: 'pp', es: 'p. p.' };
/** Holds an amount and its currency, or a number and its sign, on one line. */
export const NBSP = '\u00a0';
/** What stands where nothing was reported: never a zero. */
export const NOTHING = '—';

const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const instantOf = (value: string): Date => new Date(`${value.slice(0, 10)}T00:00:00Z`);

/** Writes numbers, percentages and days in one language. */
export class Formats {
  private readonly whole: Intl.NumberFormat;
  private readonly tenth: Intl.NumberFormat;
  private readonly signed: Intl.NumberFormat;
  private readonly inWords: Intl.DateTimeFormat;
  private readonly months: Intl.DateTimeFormat;

  constructor(private readonly lang: Lang) {
    const locale = LOCALES[lang];
    this.whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    // Day before month in both languages; en-US would write "September 30, 2024".
    this.inWords = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'es-MX', day);
    this.months = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'es-MX', { ...day, day: undefined });
  }

  count(value: number): string {
    return this.whole.format(value);
  }

  /** A percentage from decimal text with at most one decimal; a dash for null. */
  percent(value: string | null): string {
    return value === null ? NOTHING : `${this.tenth.format(Number(value))}${this.sign}`;
  }

  /** A share of two counts as a whole percentage; a dash without a whole. */
  share(part: number, whole: number): string {
    return whole === 0 ? NOTHING : `${this.whole.format((100 * part) / whole)}${this.sign}`;
  }

  /** Percentage points with their sign; a dash for null. */
  change(value: string | null): string {
    return value === null
      ? NOTHING
      : `${this.signed.format(Number(value)).replace('-', '−')}${NBSP}${PP[this.lang]}`;
  }

  /** "5 of 17", "5 de 17" */
  ofAll(part: number, whole: number): string {
    return `${this.count(part)} ${this.lang === 'en' ? 'of' : 'de'} ${this.count(whole)}`;
  }

  /** "30 September 2024" from `2024-09-30` or an instant that begins so. */
  day(value: string): string {
    return this.date(value, this.inWords);
  }

  /** "25–26 September 2024"; one day for the same twice. */
  days(from: string, to: string): string {
    // The thin spaces around its dash are not in every font.
    return this.inWords.formatRange(instantOf(from), instantOf(to)).replaceAll('\u2009', ' ');
  }

  /** "September 2024" */
  month(value: string): string {
    return this.date(value, this.months);
  }

  money(value: number, currency: string): string {
    return new Intl.NumberFormat(LOCALES[this.lang], {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      maximumFractionDigits: 0,
    }).format(value);
  }

  /** An amount in millions: one decimal, two below one million. */
  millions(value: number): string {
    const inMillions = value / 1_000_000;
    const maximumFractionDigits = Math.abs(inMillions) < 1 ? 2 : 1;
    return new Intl.NumberFormat(LOCALES[this.lang], { maximumFractionDigits }).format(inMillions);
  }

  private date(value: string, format: Intl.DateTimeFormat): string {
    const at = instantOf(value);
    return Number.isNaN(at.getTime()) ? value : format.format(at);
  }

  private get sign(): string {
    return this.lang === 'es' ? `${NBSP}%` : '%';
  }
}
