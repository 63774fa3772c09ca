import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { numberIn } from '~/ui/record-fields';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import {
  type Practice,
  type PracticeInput,
  practiceQuery,
  useRemovePractice,
  useSavePractice,
} from './queries';

const editRoute = getRouteApi('/app/alliances/practices/$id');

/** Enters a good practice. */
export function NewPracticePage() {
  return <PracticeForm />;
}

/** Corrects a good practice. */
export function EditPracticePage() {
  const { id } = editRoute.useParams();
  const practice = useQuery(practiceQuery(id));
  return (
    <>
      <Loaded query={practice}>{(data) => <PracticeForm key={data.version} practice={data} />}</Loaded>
      <HistoryPanel entity="good_practice" id={id} />
    </>
  );
}

function PracticeForm({ practice }: { practice?: Practice }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = useNavigate();
  const save = useSavePractice(practice);
  const remove = useRemovePractice();
  const [sure, setSure] = useState(false);
  const back = () => void navigate({ to: '/alliances', search: {} });
  const options = <T,>(rows: T[] | undefined, of: (row: T) => { value: string; label: string }) => [
    { value: '', label: '–' },
    ...(rows ?? []).map(of),
  ];
  const states = options(useQuery(statesQuery).data, (state) => ({
    value: state.code,
    label: text(state, 'name'),
  }));
  const areas = options(useQuery(areasQuery).data, (area) => ({
    value: area.key,
    label: text(area, 'name'),
  }));
  const fields: RecordField[] = [
    ...(practice
      ? []
      : [{ name: 'stateCode', label: t('field.state'), kind: 'choice', options: states } as const]),
    { name: 'areaKey', label: t('alliance.theme'), kind: 'choice', options: areas },
    { name: 'year', label: t('alliance.year'), kind: 'number', required: true },
    ...(['title', 'text'] as const).flatMap((name) =>
      (['En', 'Es'] as const).map((lang): RecordField => ({
        name: `${name}${lang}`,
        label: `${t(`alliance.${name}`)} (${lang.toUpperCase()})`,
        kind: name === 'text' ? 'text' : 'line',
        required: name === 'title',
      })),
    ),
    { name: 'commitments', label: t('alliance.commitments'), kind: 'line', hint: 'MX-03, MX-20' },
    { name: 'adoptions', label: t('alliance.adoptedBy'), kind: 'text', hint: t('alliance.adoptionHint') },
    {
      name: 'sources',
      label: t('alliance.sources'),
      kind: 'text',
      required: true,
      hint: t('form.onePerLine'),
    },
  ];
  return (
    <>
      <PageTitle title={practice ? t('action.edit') : t('alliance.newPractice')} />
      <RecordForm
        fields={fields}
        values={practice ? valuesOf(practice) : {}}
        submit={t('alliance.save')}
        busy={save.isPending}
        error={remove.error ?? save.error}
        onCancel={back}
        aside={
          practice && (
            <Button
              variant="default"
              color="red"
              loading={remove.isPending}
              onClick={() => (sure ? remove.mutate(practice, { onSuccess: back }) : setSure(true))}
            >
              {t(sure ? 'record.removeSure' : 'action.remove')}
            </Button>
          )
        }
        onSubmit={(values) =>
          save.mutate(inputOf(values, practice), {
            onSuccess: () => {
              notify(t('alliance.saved'));
              back();
            },
          })
        }
      />
    </>
  );
}

const valuesOf = (practice: Practice): RecordValues => ({
  areaKey: practice.areaKey,
  year: String(practice.year),
  titleEn: practice.titleEn,
  titleEs: practice.titleEs,
  textEn: practice.textEn ?? '',
  textEs: practice.textEs ?? '',
  commitments: practice.commitments.join(', '),
  adoptions: practice.adoptions
    .map(({ stateCode, year, source }) => [stateCode, year ?? '', source].join(' | '))
    .join('\n'),
  sources: practice.sources.join('\n'),
});

const inputOf = (values: RecordValues, before: Practice | undefined): PracticeInput => ({
  stateCode: before?.stateCode ?? values['stateCode'] ?? '',
  areaKey: values['areaKey'] ?? '',
  year: numberIn(values['year']) as number,
  titleEn: values['titleEn'] ?? '',
  titleEs: values['titleEs'] ?? '',
  textEn: writtenIn(values, 'textEn'),
  textEs: writtenIn(values, 'textEs'),
  commitments: severalIn(values, 'commitments'),
  adoptions: severalIn(values, 'adoptions', /\n+/).map((line) => {
    const [stateCode = '', year = '', ...source] = line.split('|').map((part) => part.trim());
    return { stateCode, year: year === '' ? null : Number(year), source: source.join(' | ') };
  }),
  sources: severalIn(values, 'sources', /\n+/),
});
