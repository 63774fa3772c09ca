import { api, body, seen } from '~/api/client';
import { bothIn, numberIn, rowsIn, rowsOf, wordsIn } from '~/ui/record-fields';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import type { Alliances } from './queries';

export type Dialogue = Alliances['dialogues'][number];
export type AllianceEvent = Alliances['events'][number];
export type Platform = NonNullable<Alliances['platform']>;
export type Chair = Platform['chairs'][number];

/** What a person edits: a row as it was read, or nothing yet. A chair is saved with its platform. */
export type Edited =
  | { kind: 'dialogue'; row: Dialogue | null; year: number }
  | { kind: 'event'; row: AllianceEvent | null; year: number }
  | { kind: 'platform'; row: Platform | null }
  | { kind: 'chair'; platform: Platform; row: Chair | null };

/** Opens a form; undefined: this person may not. */
export type Edit = ((edited: Edited) => void) | undefined;

type Precision = AllianceEvent['heldPrecision'];

const wordRows = (words: readonly { en: string; es: string }[]) =>
  rowsOf(words.map(({ en, es }) => [en, es]));

/** Everything that a row says, as its form shows it. */
export function valuesOf(edited: Edited): RecordValues {
  if (edited.row === null)
    return {
      ...{ kind: edited.kind === 'event' ? 'oas' : 'civil_society', heldPrecision: 'day' },
      year: 'year' in edited ? String(edited.year) : '',
    };
  const plain = Object.entries(edited.row).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );
  const values: RecordValues = { ...Object.fromEntries(plain), sources: edited.row.sources.join('\n') };
  if (edited.kind === 'dialogue') {
    const { steps, areas } = edited.row;
    const stepRows = steps.map(({ en, es, heldOn, heldPrecision }) => [en, es, heldOn, heldPrecision]);
    return { ...values, steps: rowsOf(stepRows), areas: wordRows(areas) };
  }
  if (edited.kind === 'platform') {
    const members = edited.row.members.map((member) => [
      ...[member.kind, member.nameEn, member.nameEs, member.fromYear, member.untilYear],
    ]);
    return { ...values, members: rowsOf(members), notes: wordRows(edited.row.notes) };
  }
  return values;
}

const sourcesIn = (values: RecordValues) => severalIn(values, 'sources', /\n+/);

/** Sends what was written; the API says which field it cannot take. */
export function save(edited: Edited, values: RecordValues): Promise<unknown> {
  switch (edited.kind) {
    case 'dialogue':
      return saveDialogue(edited.row, values);
    case 'event':
      return saveEvent(edited.row, values);
    case 'platform':
      return savePlatform(edited.row, {
        launched: numberIn(values['launched']) as number,
        members: rowsIn(values, 'members').map(([kind, nameEn = '', nameEs = '', from, until]) => ({
          ...{ kind: kind as Platform['members'][number]['kind'], nameEn, nameEs },
          ...{ fromYear: numberIn(from), untilYear: numberIn(until) },
        })),
        chairs: edited.row?.chairs ?? [],
        notes: wordsIn(values, 'notes'),
        sources: sourcesIn(values),
      });
    case 'chair':
      return saveChairs(edited, chairIn(values));
  }
}

/** Takes a row away that the person saw; the platform itself stays. */
export function remove(edited: Edited): Promise<unknown> {
  if (edited.kind === 'chair') return saveChairs(edited, null);
  if (edited.row === null || edited.kind === 'platform') return Promise.resolve();
  const { id, version } = edited.row;
  const params = { path: { id }, header: seen(version) };
  return edited.kind === 'dialogue'
    ? body(api.DELETE('/api/alliances/dialogues/{id}', { params }))
    : body(api.DELETE('/api/alliances/events/{id}', { params }));
}

function saveDialogue(row: Dialogue | null, values: RecordValues) {
  const input = {
    ...bothIn(values, 'name'),
    ...bothIn(values, 'lead'),
    ...bothIn(values, 'status'),
    launchedOn: writtenIn(values, 'launchedOn'),
    launchedPrecision: writtenIn(values, 'launchedPrecision') as Precision | null,
    steps: rowsIn(values, 'steps').map(([en = '', es = '', heldOn, heldPrecision]) => ({
      ...{ en, es, heldOn: heldOn || null, heldPrecision: (heldPrecision || null) as Precision | null },
    })),
    areas: wordsIn(values, 'areas'),
    sources: sourcesIn(values),
  };
  return row
    ? body(
        api.PUT('/api/alliances/dialogues/{id}', {
          params: { path: { id: row.id }, header: seen(row.version) },
          body: input,
        }),
      )
    : body(
        api.POST('/api/alliances/dialogues', {
          body: {
            ...input,
            year: numberIn(values['year']) as number,
            kind: values['kind'] as Dialogue['kind'],
          },
        }),
      );
}

function saveEvent(row: AllianceEvent | null, values: RecordValues) {
  const input = {
    ...bothIn(values, 'name'),
    ...bothIn(values, 'detail'),
    kind: values['kind'] as AllianceEvent['kind'],
    year: numberIn(values['year']) as number,
    heldOn: writtenIn(values, 'heldOn'),
    heldPrecision: values['heldPrecision'] as Precision,
    sources: sourcesIn(values),
  };
  return row
    ? body(
        api.PUT('/api/alliances/events/{id}', {
          params: { path: { id: row.id }, header: seen(row.version) },
          body: input,
        }),
      )
    : body(api.POST('/api/alliances/events', { body: input }));
}

const savePlatform = (row: Platform | null, input: Omit<Platform, 'version'>) =>
  row
    ? body(api.PUT('/api/alliances/platform', { params: { header: seen(row.version) }, body: input }))
    : body(api.POST('/api/alliances/platform', { body: input }));

/** The platform with one chair put in place of the one that was edited; null takes it away. Oldest first. */
function saveChairs({ platform, row }: Extract<Edited, { kind: 'chair' }>, chair: Chair | null) {
  const { launched, members, notes, sources } = platform;
  const others = platform.chairs.filter((each) => each !== row);
  const chairs = [...others, ...(chair ? [chair] : [])].sort((a, b) => a.fromYear - b.fromYear);
  return savePlatform(platform, { launched, members, notes, sources, chairs });
}

const chairIn = (values: RecordValues): Chair => ({
  ...bothIn(values, 'name'),
  ...bothIn(values, 'period'),
  ...bothIn(values, 'note'),
  ...bothIn(values, 'priority'),
  fromYear: numberIn(values['fromYear']) as number,
  untilYear: numberIn(values['untilYear']),
  sources: sourcesIn(values),
});
