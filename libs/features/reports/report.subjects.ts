import type { SnapshotContent } from '#features/rollups';
import { Loose } from './regional.reader.js';
import { ContentIndex } from './report.index.js';
import type { SheetKind } from './report.vocabulary.js';

/** A short paper that a snapshot holds enough for. */
export interface SheetSubject {
  kind: SheetKind;
  /** Empty for the pledges. */
  subject: string;
  nameEn: string;
  nameEs: string;
}

/** Every short paper that can be made from a snapshot, in the order of the report. */
export function sheetSubjects(content: SnapshotContent): SheetSubject[] {
  const index = new ContentIndex(content);
  const told = new Set(index.commitments.map((each) => index.sharedKey(index.areaOf(each))));
  const layer = (key: string): Loose =>
    new Loose(content.others.regional.find(({ id }) => id === key)?.content ?? null, 'en');
  return [
    ...index.states
      .filter(({ id }) => index.commitmentsOf(id).length > 0)
      .map(({ id, nameEn, nameEs }) => ({ kind: 'state' as const, subject: id, nameEn, nameEs })),
    ...layer('teams')
      .items()
      .flatMap((team) => {
        const subject = team.text('key');
        if (subject === null) return [];
        const name = team.at('name');
        const [en, es] = [name.text('en'), name.text('es')];
        return [{ kind: 'team' as const, subject, nameEn: en ?? es ?? subject, nameEs: es ?? en ?? subject }];
      }),
    ...index.areas
      .filter(({ id, shared }) => shared && told.has(id))
      .map(({ id, nameEn, nameEs }) => ({ kind: 'area' as const, subject: id, nameEn, nameEs })),
    ...(layer('pledges').list('pledges').length > 0
      ? [{ kind: 'pledges' as const, subject: '', nameEn: 'Regional pledges', nameEs: 'Promesas regionales' }]
      : []),
  ];
}
