import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { forumsQuery, type Pledge, type PledgeInput, pledgeQuery, useSavePledge } from './queries';
import { PLEDGE_FORMS } from './words';

const editRoute = getRouteApi('/app/pledges/$id/edit');

/** Enters a pledge. */
export function NewPledgePage() {
  return <PledgeForm />;
}

/** Corrects what is written of a pledge. */
export function EditPledgePage() {
  const { id } = editRoute.useParams();
  const pledge = useQuery(pledgeQuery(id));
  return <Loaded query={pledge}>{(data) => <PledgeForm key={data.id} opened={data} />}</Loaded>;
}

function PledgeForm({ opened }: { opened?: Pledge }) {
  // What is read again while the person writes must not change what they saw.
  const [pledge] = useState(opened);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSavePledge(pledge);
  const fields = usePledgeFields();
  const back = (id: string | undefined) =>
    void (id ? navigate({ to: '/pledges/$id', params: { id } }) : navigate({ to: '/pledges', search: {} }));
  return (
    <>
      <PageTitle title={pledge ? t('pledge.edit') : t('pledge.new')} />
      <RecordForm
        fields={fields}
        values={pledge ? valuesOf(pledge) : { form: 'single' }}
        submit={t('pledge.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(pledge?.id)}
        theirs={(current) => valuesOf(current as Pledge)}
        onSubmit={(values, seenVersion) =>
          save.mutate(
            { input: inputOf(values, pledge), seenVersion },
            {
              onSuccess: ({ id }) => {
                notify(t('pledge.saved'));
                back(id);
              },
            },
          )
        }
      />
    </>
  );
}

function usePledgeFields(): RecordField[] {
  const { t } = useTranslation();
  const { text } = useLang();
  const forums = useQuery(forumsQuery).data ?? [];
  const states = useQuery(statesQuery).data ?? [];
  const areas = useQuery(areasQuery).data ?? [];
  const nothing = { value: '', label: t('pledge.notStated') };
  const shared = areas.filter((area) => area.shared).map(({ key }) => key);
  return [
    { name: 'key', label: t('pledge.key'), kind: 'line', required: true },
    {
      name: 'forum',
      label: t('pledge.forum'),
      kind: 'choice',
      required: true,
      options: [nothing, ...forums.map((forum) => ({ value: forum.key, label: text(forum, 'name') }))],
    },
    {
      name: 'form',
      label: t('pledge.form'),
      kind: 'choice',
      options: PLEDGE_FORMS.map((value) => ({ value, label: t(`pledge.formWord.${value}`) })),
    },
    { name: 'titleEn', label: t('pledge.titleEn'), kind: 'line', required: true },
    { name: 'titleEs', label: t('pledge.titleEs'), kind: 'line', required: true },
    {
      name: 'submitterState',
      label: t('pledge.submitterState'),
      kind: 'choice',
      options: [nothing, ...states.map((state) => ({ value: state.code, label: text(state, 'name') }))],
    },
    { name: 'submitterInstitution', label: t('pledge.submitterInstitution'), kind: 'line', hint: 'MX:COMAR' },
    { name: 'team', label: t('pledge.team'), kind: 'line', hint: 'RTT-RA' },
    { name: 'areas', label: t('pledge.area'), kind: 'line', hint: shared.join(', ') },
    { name: 'commitments', label: t('pledge.commitments'), kind: 'line', hint: 'MX-01, MX-02' },
    { name: 'linkedGlobalPledgeEn', label: t('pledge.linkedEn'), kind: 'line' },
    { name: 'linkedGlobalPledgeEs', label: t('pledge.linkedEs'), kind: 'line' },
    { name: 'descriptionEn', label: t('pledge.descriptionEn'), kind: 'text' },
    { name: 'descriptionEs', label: t('pledge.descriptionEs'), kind: 'text' },
    { name: 'sources', label: t('pledge.sources'), kind: 'text', hint: t('form.onePerLine') },
  ];
}

const valuesOf = (pledge: Pledge): RecordValues => ({
  key: pledge.key,
  forum: pledge.forum,
  form: pledge.form,
  titleEn: pledge.titleEn,
  titleEs: pledge.titleEs,
  submitterState: pledge.submitterState ?? '',
  submitterInstitution: pledge.submitterInstitution ?? '',
  team: pledge.team ?? '',
  areas: pledge.areas.join(', '),
  commitments: pledge.linkedCommitments.map(({ code }) => code).join(', '),
  linkedGlobalPledgeEn: pledge.linkedGlobalPledgeEn ?? '',
  linkedGlobalPledgeEs: pledge.linkedGlobalPledgeEs ?? '',
  descriptionEn: pledge.descriptionEn ?? '',
  descriptionEs: pledge.descriptionEs ?? '',
  sources: pledge.sources.join('\n'),
});

const inputOf = (values: RecordValues, before: Pledge | undefined): PledgeInput => ({
  key: values['key'] ?? '',
  forum: values['forum'] ?? '',
  form: values['form'] as PledgeInput['form'],
  types: before?.types ?? [],
  inferred: before?.inferred ?? [],
  titleEn: values['titleEn'] ?? '',
  titleEs: values['titleEs'] ?? '',
  submitterState: writtenIn(values, 'submitterState'),
  submitterInstitution: writtenIn(values, 'submitterInstitution'),
  team: writtenIn(values, 'team'),
  areas: severalIn(values, 'areas'),
  commitments: severalIn(values, 'commitments'),
  linkedGlobalPledgeEn: writtenIn(values, 'linkedGlobalPledgeEn'),
  linkedGlobalPledgeEs: writtenIn(values, 'linkedGlobalPledgeEs'),
  descriptionEn: writtenIn(values, 'descriptionEn'),
  descriptionEs: writtenIn(values, 'descriptionEs'),
  sources: severalIn(values, 'sources', /\n+/),
});
