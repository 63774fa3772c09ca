import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { type Mechanism, mechanismQuery, useSaveMechanism } from './queries';
import { MECHANISM_KINDS } from './words';

const editRoute = getRouteApi('/app/mechanisms/$id/edit');

/** Enters a mechanism. */
export function NewMechanismPage() {
  return <MechanismForm />;
}

/** Corrects what is written of a mechanism; its sessions and agreements stay. */
export function EditMechanismPage() {
  const { id } = editRoute.useParams();
  const mechanism = useQuery(mechanismQuery(id));
  return <Loaded query={mechanism}>{(data) => <MechanismForm key={data.version} mechanism={data} />}</Loaded>;
}

const TEXTS = ['name', 'chair', 'secretariat', 'mandate', 'note'] as const;

function MechanismForm({ mechanism }: { mechanism?: Mechanism }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSaveMechanism(mechanism);
  const back = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/mechanisms/$id', params: { id } })
      : navigate({ to: '/mechanisms', search: {} }));
  const fields: RecordField[] = [
    ...(mechanism
      ? []
      : [
          {
            name: 'key',
            label: t('mechanism.key'),
            kind: 'line',
            required: true,
            hint: 'MX:ROUNDTABLE',
          } as const,
        ]),
    {
      name: 'kind',
      label: t('mechanism.kind'),
      kind: 'choice',
      options: MECHANISM_KINDS.map((value) => ({ value, label: t(`mechanism.kindWord.${value}`) })),
    },
    ...TEXTS.flatMap((name) =>
      (['En', 'Es'] as const).map((lang): RecordField => ({
        name: `${name}${lang}`,
        label: `${t(`mechanism.${name}`)} (${lang.toUpperCase()})`,
        kind: name === 'mandate' || name === 'note' ? 'text' : 'line',
        required: name === 'name',
      })),
    ),
    { name: 'partOf', label: t('mechanism.partOf'), kind: 'line', hint: 'MX:ROUNDTABLE' },
    { name: 'sinceYear', label: t('mechanism.since'), kind: 'number' },
    { name: 'members', label: t('mechanism.members'), kind: 'text', hint: 'MX:COMAR, MX:SEP' },
    {
      name: 'sources',
      label: t('mechanism.sources'),
      kind: 'text',
      required: true,
      hint: t('form.onePerLine'),
    },
  ];
  return (
    <>
      <PageTitle title={mechanism ? t('action.edit') : t('mechanism.new')} />
      <RecordForm
        fields={fields}
        values={mechanism ? valuesOf(mechanism) : { kind: 'roundtable' }}
        submit={t('mechanism.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(mechanism?.id)}
        onSubmit={(values) =>
          save.mutate(inputOf(values, mechanism), {
            onSuccess: ({ id }) => {
              notify(t('mechanism.saved'));
              back(id);
            },
          })
        }
      />
    </>
  );
}

const valuesOf = (mechanism: Mechanism): RecordValues => ({
  kind: mechanism.kind,
  ...Object.fromEntries(
    TEXTS.flatMap((name) => [
      [`${name}En`, mechanism[`${name}En`] ?? ''],
      [`${name}Es`, mechanism[`${name}Es`] ?? ''],
    ]),
  ),
  partOf: mechanism.partOf ?? '',
  sinceYear: mechanism.sinceYear?.toString() ?? '',
  members: mechanism.members.join(', '),
  sources: mechanism.sources.join('\n'),
});

const inputOf = (
  values: RecordValues,
  before: Mechanism | undefined,
): Parameters<ReturnType<typeof useSaveMechanism>['mutate']>[0] => ({
  key: before?.key ?? values['key'] ?? '',
  kind: values['kind'] as Mechanism['kind'],
  nameEn: values['nameEn'] ?? '',
  nameEs: values['nameEs'] ?? '',
  chairEn: writtenIn(values, 'chairEn'),
  chairEs: writtenIn(values, 'chairEs'),
  secretariatEn: writtenIn(values, 'secretariatEn'),
  secretariatEs: writtenIn(values, 'secretariatEs'),
  mandateEn: writtenIn(values, 'mandateEn'),
  mandateEs: writtenIn(values, 'mandateEs'),
  noteEn: writtenIn(values, 'noteEn'),
  noteEs: writtenIn(values, 'noteEs'),
  partOf: writtenIn(values, 'partOf'),
  sinceYear: writtenIn(values, 'sinceYear') === null ? null : Number(values['sinceYear']),
  members: severalIn(values, 'members'),
  sources: severalIn(values, 'sources', /\n+/),
  sessions: before?.sessions ?? [],
  agreements: before?.agreements ?? [],
});
