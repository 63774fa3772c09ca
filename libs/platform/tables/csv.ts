import type { RowProblem, TableRecord } from './row-problem.js';

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads CSV as RFC 4180 describes it, and as spreadsheets write it: with a byte order mark, any line ending, and semicolons
 * or tabs where the machine's language asks for them (the one that splits the first record most often). Empty rows keep
 * their number; line breaks within quotes do not count and are left out.
 */
export function readCsv(source: string): { records: TableRecord[]; problems: RowProblem[] } {
  const text = source.replace(/^\uFEFF/, '');
  const said = /^sep=([,;\t])\r?\n/.exec(text);
  if (said) return split(text.slice(said[0].length), said[1] as string);
  const [best] = DELIMITERS.map((delimiter) => ({
    delimiter,
    fields: split(text, delimiter, 1).records[0]?.fields.length ?? 0,
  })).sort((a, b) => b.fields - a.fields);
  return split(text, best?.delimiter ?? ',');
}

function split(
  text: string,
  delimiter: string,
  most = Infinity,
): { records: TableRecord[]; problems: RowProblem[] } {
  const records: TableRecord[] = [];
  const problems: RowProblem[] = [];
  const end = new RegExp(`[${delimiter}\r\n]`, 'g');
  let fields: string[] = [];
  let row = 1;
  let at = 0;
  const finish = (): void => {
    if (fields.some((field) => field !== '')) records.push({ row, fields });
    fields = [];
    row += 1;
  };
  while (at < text.length && records.length < most) {
    const quoted = text[at] === '"' ? quotedField(text, at) : undefined;
    end.lastIndex = quoted?.next ?? at;
    const next = end.exec(text)?.index ?? text.length;
    if (quoted && (!quoted.closed || next > quoted.next)) problems.push(strayQuote(row, quoted.value));
    fields.push(quoted?.value ?? text.slice(at, next));
    if (text[next] === delimiter) {
      at = next + 1;
      if (at === text.length) fields.push('');
    } else {
      finish();
      at = next + (text.startsWith('\r\n', next) ? 2 : 1);
    }
  }
  if (fields.length > 0) finish();
  return { records, problems };
}

/** The field whose opening quote is at `open`; `next` is where the text goes on behind it. */
function quotedField(text: string, open: number): { value: string; next: number; closed: boolean } {
  let value = '';
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), next: text.length, closed: false };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1, closed: true };
    value += '"';
    from = quote + 2;
  }
}

const strayQuote = (row: number, value: string): RowProblem => ({
  row,
  column: null,
  value: value.slice(0, 40),
  detail: {
    en: 'has a quotation mark that is not closed, or text behind a closed one; double it inside of text: ""',
    es: 'tiene una comilla sin cerrar o texto después de una cerrada; dentro de un texto, escríbala doble: ""',
  },
});
