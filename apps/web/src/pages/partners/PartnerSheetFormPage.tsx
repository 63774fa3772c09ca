import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { numberIn } from '~/ui/record-fields';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import { type PartnerSheet, type PartnerSheetInput, partnerSheetQuery, useSaveSheet } from './queries';

const editRoute = getRouteApi('/app/partners/$id/edit');
const LANGUAGES = ['en', 'es', 'fr', 'pt'] as const;

/** Enters a sheet; its figures come after. */
export function NewPartnerSheetPage() {
  return <SheetForm />;
}

/** Corrects what a sheet says of itself. */
export function EditPartnerSheetPage() {
  const { id } = editRoute.useParams();
  const sheet = useQuery(partnerSheetQuery(id));
  return <Loaded query={sheet}>{(data) => <SheetForm key={data.version} sheet={data} />}</Loaded>;
}

function SheetForm({ sheet }: { sheet?: PartnerSheet }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const save = useSaveSheet(sheet);
  const back = (id: string | undefined) =>
    void (id ? navigate({ to: '/partners/$id', params: { id } }) : navigate({ to: '/partners', search: {} }));
  const line = (name: string, label: string): RecordField => ({ name, label, kind: 'line', required: true });
  const fields: RecordField[] = [
    { ...line('key', t('pledge.key')), hint: 'UNHCR-MX-2024' },
    {
      ...{ name: 'partner', label: t('partner.one'), kind: 'choice', required: true },
      options: [
        { value: '', label: '–' },
        ...institutions.map((each) => ({ value: each.key, label: text(each, 'name') })),
      ],
    },
    { name: 'year', label: t('partner.year'), kind: 'number', required: true },
    {
      ...{ name: 'state', label: t('field.state'), kind: 'choice' },
      options: [
        { value: '', label: t('nav.region') },
        ...states.map((state) => ({ value: state.code, label: text(state, 'name') })),
      ],
    },
    line('titleEn', t('pledge.titleEn')),
    line('titleEs', t('pledge.titleEs')),
    line('source', t('partner.document')),
    {
      ...{ name: 'language', label: t('partner.language'), kind: 'choice' },
      options: [
        { value: '', label: t('project.notStated') },
        ...LANGUAGES.map((value) => ({ value, label: t(`partner.languageWord.${value}`) })),
      ],
    },
  ];
  return (
    <>
      <PageTitle title={sheet ? t('action.edit') : t('partner.new')} />
      <RecordForm
        fields={fields}
        values={sheet ? valuesOf(sheet) : {}}
        submit={t('pledge.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(sheet?.id)}
        onSubmit={(values) =>
          save.mutate(inputOf(values), {
            onSuccess: ({ id }) => {
              notify(t('partner.saved'));
              back(id);
            },
          })
        }
      />
    </>
  );
}

const valuesOf = ({
  key,
  partner,
  year,
  titleEn,
  titleEs,
  source,
  ...sheet
}: PartnerSheet): RecordValues => ({
  ...{ key, partner, year: String(year), titleEn, titleEs, source },
  ...{ state: sheet.state ?? '', language: sheet.language ?? '' },
});

const inputOf = (values: RecordValues): PartnerSheetInput => ({
  ...{ key: values['key'] ?? '', partner: values['partner'] ?? '', year: numberIn(values['year']) as number },
  ...{ titleEn: values['titleEn'] ?? '', titleEs: values['titleEs'] ?? '', source: values['source'] ?? '' },
  state: writtenIn(values, 'state'),
  language: LANGUAGES.find((word) => word === values['language']) ?? null,
});
