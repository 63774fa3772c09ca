import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { areasQuery, institutionsQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { groupName } from '~/ui/group-name';
import { bothIn, inBoth, numberIn } from '~/ui/record-fields';
import type { RecordField, RecordList } from '~/ui/RecordForm';
import { type RecordLists, type RecordValues, writtenIn } from '~/ui/record-values';
import { type Plan, type PlanCommitment, populationsQuery } from './queries';
import { PRIORITIES } from './words';

type Content = Schemas['NewCommitment'];
type Institution = NonNullable<Content['institutions']>[number];

/** The form of a commitment of a State: what the API takes of it, in its order. */
export function useCommitmentForm({ stateCode, commitments }: Plan): {
  fields: RecordField[];
  lists: RecordList[];
} {
  const { t } = useTranslation();
  const { text } = useLang();
  const areas = (useQuery(areasQuery).data ?? []).filter(
    (each) => each.shared || each.stateCode === stateCode,
  );
  const institutions = (useQuery(institutionsQuery).data?.items ?? []).filter(
    (each) => !each.stateCode || each.stateCode === stateCode,
  );
  const groups = new Set([
    ...(useQuery(populationsQuery).data ?? []).map(({ key }) => key),
    ...commitments.flatMap(({ targetGroups }) => targetGroups ?? []),
  ]);
  const none = { value: '', label: '–' };
  const fields: RecordField[] = [
    ...inBoth('title', t('plan.fieldWord.title'), 'line', true),
    {
      name: 'areaKey',
      label: t('field.area'),
      kind: 'choice',
      required: true,
      options: areas.map((area) => ({ value: area.key, label: text(area, 'name') })),
    },
    {
      name: 'priority',
      label: t('plan.fieldWord.priority'),
      kind: 'choice',
      options: PRIORITIES.map((value) => ({ value, label: t(`plan.priorityWord.${value}`) })),
    },
    {
      name: 'continuous',
      label: t('plan.fieldWord.continuous'),
      kind: 'choice',
      options: [
        { value: '', label: t('plan.dated') },
        { value: 'yes', label: t('commitment.continuous') },
      ],
    },
    { name: 'startsOn', label: t('plan.fieldWord.startsOn'), kind: 'day' },
    { name: 'dueOn', label: t('plan.fieldWord.dueOn'), hint: t('plan.dueHint'), kind: 'day' },
    { name: 'actionMode', label: t('plan.fieldWord.actionMode'), hint: t('plan.actionHint'), kind: 'line' },
    { name: 'weight', label: t('plan.fieldWord.weight'), hint: t('plan.weightHint'), kind: 'number' },
    ...inBoth('summary', t('plan.fieldWord.summary'), 'text'),
  ];
  const lists: RecordList[] = [
    {
      name: 'targetGroups',
      label: t('plan.fieldWord.targetGroups'),
      add: t('plan.addGroup'),
      fields: [
        {
          name: 'key',
          label: t('plan.group'),
          kind: 'choice',
          required: true,
          options: [none, ...[...groups].map((value) => ({ value, label: groupName(t, value) }))],
        },
      ],
    },
    {
      name: 'institutions',
      label: t('plan.fieldWord.institutions'),
      add: t('plan.addInstitution'),
      fields: [
        {
          name: 'key',
          label: t('plan.institution'),
          kind: 'choice',
          required: true,
          options: [
            none,
            ...institutions.map((each) => ({
              value: each.key,
              label: each.acronym ? `${each.acronym} · ${text(each, 'name')}` : text(each, 'name'),
            })),
          ],
        },
        {
          name: 'role',
          label: t('plan.institutionRole'),
          kind: 'choice',
          options: (['lead', 'partner'] as const).map((value) => ({
            value,
            label: t(`plan.roleWord.${value}`),
          })),
        },
        {
          name: 'basis',
          label: t('plan.institutionBasis'),
          kind: 'choice',
          options: (['named', 'inferred'] as const).map((value) => ({
            value,
            label: t(`plan.institutionBasisWord.${value}`),
          })),
        },
        ...inBoth('basisNote', t('plan.basisNote')),
      ],
    },
    {
      name: 'milestones',
      label: t('commitment.milestones'),
      add: t('plan.addMilestone'),
      fields: [
        ...inBoth('title', t('plan.fieldWord.title'), 'line', true),
        { name: 'dueOn', label: t('plan.fieldWord.dueOn'), kind: 'day' },
        {
          name: 'weight',
          label: t('plan.fieldWord.weight'),
          hint: t('plan.milestoneWeightHint'),
          kind: 'number',
        },
      ],
    },
  ];
  return { fields, lists };
}

/** What stands in the form of a commitment; of a new one, what is usual. */
export function entryOf(of: PlanCommitment | undefined): { values: RecordValues; rows: RecordLists } {
  if (!of) return { values: { areaKey: 'protection', priority: 'normal' }, rows: {} };
  return {
    values: {
      titleEn: of.titleEn,
      titleEs: of.titleEs,
      areaKey: of.areaKey,
      priority: of.priority ?? 'normal',
      continuous: of.continuous ? 'yes' : '',
      startsOn: of.startsOn ?? '',
      dueOn: of.dueOn ?? '',
      actionMode: of.actionMode ?? '',
      weight: of.weight?.toString() ?? '',
      summaryEn: of.summaryEn ?? '',
      summaryEs: of.summaryEs ?? '',
    },
    rows: {
      targetGroups: (of.targetGroups ?? []).map((key) => ({ key })),
      institutions: (of.institutions ?? []).map(({ key, role, basis, basisNoteEn, basisNoteEs }) => ({
        ...{ key, role, basis: basis ?? 'named' },
        ...{ basisNoteEn: basisNoteEn ?? '', basisNoteEs: basisNoteEs ?? '' },
      })),
      milestones: (of.milestones ?? []).map(({ titleEn, titleEs, dueOn, weight }) => ({
        ...{ titleEn, titleEs, dueOn: dueOn ?? '' },
        weight: weight === null || weight === undefined || weight === 1 ? '' : String(weight),
      })),
    },
  };
}

/** What was written, as the API takes it. */
export const writtenContent = (values: RecordValues, rows: RecordLists): Content => ({
  ...bothIn(values, 'title'),
  areaKey: values['areaKey'] ?? '',
  priority: (values['priority'] || 'normal') as Content['priority'],
  continuous: values['continuous'] === 'yes',
  startsOn: writtenIn(values, 'startsOn'),
  dueOn: writtenIn(values, 'dueOn'),
  actionMode: writtenIn(values, 'actionMode'),
  weight: numberIn(values['weight']),
  targetGroups: (rows['targetGroups'] ?? []).flatMap((row) => writtenIn(row, 'key') ?? []),
  summaryEn: writtenIn(values, 'summaryEn'),
  summaryEs: writtenIn(values, 'summaryEs'),
  institutions: (rows['institutions'] ?? []).map((row) => ({
    key: row['key'] ?? '',
    role: (row['role'] || 'lead') as Institution['role'],
    basis: (row['basis'] || 'named') as Institution['basis'],
    basisNoteEn: writtenIn(row, 'basisNoteEn'),
    basisNoteEs: writtenIn(row, 'basisNoteEs'),
  })),
  milestones: (rows['milestones'] ?? []).map((row) => ({
    ...bothIn(row, 'title'),
    dueOn: writtenIn(row, 'dueOn'),
    weight: numberIn(row['weight']),
  })),
});

/** What a plan version says of a commitment, to be said by another one. */
export const contentOf = (of: PlanCommitment): Content => {
  const { values, rows } = entryOf(of);
  return writtenContent(values, rows);
};
