import { EXPLANATION_KIND_LABELS, type ExplanationKind } from '#features/cycles';
import {
  type IllustrativeField,
  OUTLOOK_LABELS,
  PERCENT_SOURCE_LABELS,
  STAGE_LABELS,
} from '#features/progress';
import type { SnapshotCommitment, SnapshotUpdate } from '#features/rollups';
import { plainText } from '../regional.reader.js';
import type { Inline, Line } from '../report.document.js';
import { NBSP } from '../report.formats.js';
import type { Standing } from '../report.index.js';
import type { Material } from '../report.material.js';

export const STATUS_WORDS = {
  illustrative: { en: 'illustrative', es: 'ilustrativo' },
  noPercent: { en: 'no percentage given', es: 'sin porcentaje' },
  noChange: { en: 'no change since the last update', es: 'sin cambios desde la última actualización' },
  explained: { en: 'Explained', es: 'Explicado' },
  not_reported: { en: 'Not reported', es: 'No informado' },
  carried_forward: { en: 'Earlier value only', es: 'Solo valor anterior' },
  reported: { en: 'Reported', es: 'Informado' },
  carriedNote: {
    en: 'an earlier value exists and is not counted',
    es: 'existe un valor anterior, que no se cuenta',
  },
};

/** Names of where a commitment stands, for tables and legends. */
export const standingLabel = (standing: Standing, material: Material): string =>
  material.words(STATUS_WORDS)[standing];

/** Whether any update that counts, of these commitments or of all, has an illustrative value in one of the fields. */
export const rests = (
  { index }: Material,
  fields: readonly IllustrativeField[],
  commitments: readonly SnapshotCommitment[] = index.commitments,
): boolean =>
  commitments.some(({ id }) => {
    const update = index.update(id);
    return update !== undefined && fields.some((field) => isIllustrative(update, field));
  });

/** The mark after a number that rests on illustrative values; nothing otherwise. */
export const illustrativeMark = (
  material: Material,
  fields: readonly IllustrativeField[],
  commitments?: readonly SnapshotCommitment[],
): Inline[] =>
  rests(material, fields, commitments)
    ? [' ', { kind: 'mark', text: material.words(STATUS_WORDS).illustrative }]
    : [];

/** Whether every update that counts of these commitments is illustrative in all of the fields: one sentence then says so for all. */
export const allIllustrative = (
  fields: readonly IllustrativeField[],
  commitments: readonly SnapshotCommitment[],
  { index }: Material,
): boolean => {
  const updates = commitments.flatMap(({ id }) => index.update(id) ?? []);
  return (
    updates.length > 0 &&
    updates.every((update) =>
      fields.every(
        (field) => isIllustrative(update, field) || (field === 'percent' && update.percent === null),
      ),
    )
  );
};

/** A line without its marks, where one sentence says it for all. */
export const withoutMarks = (line: Line): Line =>
  line.filter((each, i) => !isMark(each) && !(each === ' ' && isMark(line[i + 1])));

const isMark = (inline: Inline | undefined): boolean => typeof inline === 'object' && inline.kind === 'mark';

const isIllustrative = (update: SnapshotUpdate, field: IllustrativeField): boolean =>
  update.illustrative.includes(field);

const mark = (update: SnapshotUpdate, field: IllustrativeField, material: Material): Inline[] =>
  isIllustrative(update, field)
    ? [' ', { kind: 'mark', text: material.words(STATUS_WORDS).illustrative }]
    : [];

export const stageLine = (update: SnapshotUpdate, material: Material): Line => [
  { kind: 'badge', group: 'stage', key: update.stage, text: material.label(STAGE_LABELS[update.stage]) },
  ...mark(update, 'stage', material),
];

export const outlookLine = (update: SnapshotUpdate, material: Material): Line => [
  {
    kind: 'badge',
    group: 'outlook',
    key: update.outlook,
    text: material.label(OUTLOOK_LABELS[update.outlook]),
  },
  ...mark(update, 'outlook', material),
];

export function percentLine(update: SnapshotUpdate, material: Material): Line {
  const words = material.words(STATUS_WORDS);
  if (update.percent === null) return [words.noPercent];
  const computed =
    update.percentSource === 'milestones'
      ? [` (${PERCENT_SOURCE_LABELS.milestones[material.lang].toLowerCase()})`]
      : [];
  return [material.formats.percent(update.percent), ...computed, ...mark(update, 'percent', material)];
}

/** Stage, outlook and percent in one line. */
export function statusLine(update: SnapshotUpdate, material: Material): Line {
  const unchanged: Inline[] = update.noChange ? [' · ', material.words(STATUS_WORDS).noChange] : [];
  return [
    ...stageLine(update, material),
    ' · ',
    ...outlookLine(update, material),
    ' · ',
    ...percentLine(update, material),
    ...unchanged,
  ];
}

/** A few words that look torn on two lines; longer ones must be able to go on the next. */
const onOneLine = (words: string): string => (words.length < 14 ? words.replaceAll(' ', NBSP) : words);

/** Why a commitment without an update has none, in a word and, unless `short`, in the State's own words. */
export function standingLine(commitment: SnapshotCommitment, material: Material, short = false): Line {
  const { index } = material;
  const standing = index.standing(commitment.id);
  const badge: Inline = {
    kind: 'badge',
    group: 'coverage',
    key: standing,
    text: standingLabel(standing, material),
  };
  const explanation = index.explanation(commitment.id);
  const said = explanation && material.said(explanation.textEn, explanation.textEs);
  const kind = explanation && EXPLANATION_KIND_LABELS[explanation.kind as ExplanationKind]?.[material.lang];
  const carried: Inline[] = index.isCarriedForward(commitment.id)
    ? [` (${material.words(STATUS_WORDS).carriedNote})`]
    : [];
  if (!said || short) return [badge, ...(kind ? [` ${onOneLine(kind)}`] : []), ...carried];
  // Most explanations begin with their kind: "Not assessed: no information ..."
  const repeated = kind !== undefined && plainText(said).toLowerCase().startsWith(kind.toLowerCase());
  return [badge, ' ', ...(kind && !repeated ? [`${kind}: `] : []), said, ...carried];
}
