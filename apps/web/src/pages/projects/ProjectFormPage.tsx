import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { numberOf, typedOf } from '~/pages/update-form/numbers';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { numberIn, rowsIn, rowsOf } from '~/ui/record-fields';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { QUALIFIERS } from '~/ui/vocabulary';
import { DAY_PRECISIONS } from './project-text';
import { programmesQuery, type Project, type ProjectInput, projectQuery, useSaveProject } from './queries';

const editRoute = getRouteApi('/app/projects/$id/edit');

/** Enters a project. */
export function NewProjectPage() {
  return <ProjectForm />;
}

/** Corrects what is written of a project. */
export function EditProjectPage() {
  const { id } = editRoute.useParams();
  const project = useQuery(projectQuery(id));
  return <Loaded query={project}>{(data) => <ProjectForm key={data.id} opened={data} />}</Loaded>;
}

function ProjectForm({ opened }: { opened?: Project }) {
  // What is read again while the person writes must not change what they saw.
  const [project] = useState(opened);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSaveProject(project);
  const fields = useProjectFields();
  const back = (id: string | undefined) =>
    void (id ? navigate({ to: '/projects/$id', params: { id } }) : navigate({ to: '/projects', search: {} }));
  return (
    <>
      <PageTitle title={project ? t('project.edit') : t('project.new')} />
      <RecordForm
        fields={fields}
        values={project ? valuesOf(project) : { expectedEndPrecision: 'not_stated' }}
        submit={t('pledge.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(project?.id)}
        theirs={(current) => valuesOf(current as Project)}
        onSubmit={(values, seenVersion) =>
          save.mutate(
            { input: inputOf(values), seenVersion },
            {
              onSuccess: ({ id }) => {
                notify(t('project.saved'));
                back(id);
              },
            },
          )
        }
      />
    </>
  );
}

function useProjectFields(): RecordField[] {
  const { t } = useTranslation();
  const { text } = useLang();
  const programmes = useQuery(programmesQuery).data ?? [];
  const states = useQuery(statesQuery).data ?? [];
  const nothing = { value: '', label: t('project.notStated') };
  const line = (name: string, label: string, hint?: string): RecordField => ({
    name,
    label,
    kind: 'line',
    ...(hint ? { hint } : {}),
  });
  return [
    { ...line('key', t('pledge.key')), required: true },
    {
      name: 'programme',
      label: t('project.programme'),
      kind: 'choice',
      options: [nothing, ...programmes.map((each) => ({ value: each.key, label: text(each, 'name') }))],
    },
    {
      name: 'state',
      label: t('field.state'),
      kind: 'choice',
      options: [
        { value: '', label: t('regional.region') },
        ...states.map((state) => ({ value: state.code, label: text(state, 'name') })),
      ],
    },
    line('executingEntity', t('project.executing'), 'MX:COMAR'),
    line('donor', t('project.donor'), 'REG:SPAIN'),
    { ...line('titleEn', t('pledge.titleEn')), required: true },
    { ...line('titleEs', t('pledge.titleEs')), required: true },
    { ...line('amount', t('project.amount'), '250000.00'), kind: 'number' },
    line('currency', t('figureForm.currency'), 'USD'),
    { name: 'expectedEndOn', label: t('project.end'), kind: 'day' },
    {
      name: 'expectedEndPrecision',
      label: t('project.precision'),
      kind: 'choice',
      options: DAY_PRECISIONS.map((value) => ({ value, label: t(`project.precisionWord.${value}`) })),
    },
    { ...line('beneficiariesExpected', t('project.expected')), kind: 'number' },
    {
      name: 'beneficiariesQualifier',
      label: t('project.qualifier'),
      kind: 'choice',
      options: [nothing, ...QUALIFIERS.map((value) => ({ value, label: t(`word.qualifier.${value}`) }))],
    },
    {
      name: 'furtherBeneficiaries',
      label: t('project.further'),
      kind: 'text',
      hint: t('project.furtherHint'),
    },
    line('commitments', t('pledge.commitments'), 'MX-01, MX-02'),
    { name: 'noteEn', label: t('project.noteEn'), kind: 'text' },
    { name: 'noteEs', label: t('project.noteEs'), kind: 'text' },
    { name: 'sources', label: t('pledge.sources'), kind: 'text', hint: t('form.onePerLine') },
  ];
}

const valuesOf = (project: Project): RecordValues => ({
  key: project.key,
  programme: project.programme,
  state: project.state ?? '',
  executingEntity: project.executingEntity ?? '',
  donor: project.ownDonor ?? '',
  titleEn: project.titleEn,
  titleEs: project.titleEs,
  amount: project.amount ?? '',
  currency: project.currency ?? '',
  expectedEndOn: project.expectedEndOn ?? '',
  expectedEndPrecision: project.expectedEndPrecision,
  beneficiariesExpected: typedOf(project.beneficiariesExpected),
  beneficiariesQualifier: project.beneficiariesQualifier ?? '',
  furtherBeneficiaries: rowsOf(
    project.furtherBeneficiaries.map(({ people, qualifier, nameEn, nameEs }) => [
      people,
      qualifier,
      nameEn,
      nameEs,
    ]),
  ),
  commitments: project.commitments.map(({ code }) => code).join(', '),
  noteEn: project.noteEn ?? '',
  noteEs: project.noteEs ?? '',
  sources: project.sources.join('\n'),
});

const inputOf = (values: RecordValues): ProjectInput => ({
  key: values['key'] ?? '',
  programme: values['programme'] ?? '',
  state: writtenIn(values, 'state'),
  executingEntity: writtenIn(values, 'executingEntity'),
  donor: writtenIn(values, 'donor'),
  titleEn: values['titleEn'] ?? '',
  titleEs: values['titleEs'] ?? '',
  amount: writtenIn(values, 'amount'),
  currency: writtenIn(values, 'currency'),
  expectedEndOn: writtenIn(values, 'expectedEndOn'),
  expectedEndPrecision: DAY_PRECISIONS.find((word) => word === values['expectedEndPrecision']) ?? null,
  beneficiariesExpected: numberOf(values['beneficiariesExpected'] ?? ''),
  furtherBeneficiaries: rowsIn(values, 'furtherBeneficiaries').map(
    ([people, qualifier = '', nameEn = '', nameEs = '']) => ({
      people: numberIn(people) as number,
      // A word that is none goes to the API, which tells which ones there are.
      qualifier: qualifier as (typeof QUALIFIERS)[number],
      ...{ nameEn, nameEs },
    }),
  ),
  beneficiariesQualifier: QUALIFIERS.find((word) => word === values['beneficiariesQualifier']) ?? null,
  commitments: severalIn(values, 'commitments'),
  noteEn: writtenIn(values, 'noteEn'),
  noteEs: writtenIn(values, 'noteEs'),
  sources: severalIn(values, 'sources', /\n+/),
});
