import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { numberIn } from '~/ui/record-fields';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import { type Story, type StoryInput, storyQuery, useSaveStory } from './queries';

const editRoute = getRouteApi('/app/stories/$id/edit');

/** Begins a story. */
export function NewStoryPage() {
  return <StoryForm />;
}

/** Corrects a draft. */
export function EditStoryPage() {
  const { id } = editRoute.useParams();
  const story = useQuery(storyQuery(id));
  return <Loaded query={story}>{(data) => <StoryForm key={data.id} opened={data} />}</Loaded>;
}

const WRITTEN = [
  'textEn',
  'textEs',
  'personName',
  'consentOn',
  'consentRef',
  'commitment',
  'source',
] as const;

function StoryForm({ opened }: { opened?: Story }) {
  // What is read again while the person writes must not change what they saw.
  const [story] = useState(opened);
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const save = useSaveStory(story);
  const back = (id: string | undefined) =>
    void (id ? navigate({ to: '/stories/$id', params: { id } }) : navigate({ to: '/stories', search: {} }));
  const choice = (name: string, label: string, options: RecordField['options']): RecordField => ({
    name,
    label,
    kind: 'choice',
    options,
  });
  const fields: RecordField[] = [
    ...(story
      ? []
      : [
          choice('stateCode', t('field.state'), [
            { value: '', label: '–' },
            ...states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          ]),
        ]),
    { name: 'year', label: t('story.year'), kind: 'number', required: true },
    { name: 'titleEn', label: t('story.titleEn'), kind: 'line', required: true },
    { name: 'titleEs', label: t('story.titleEs'), kind: 'line', required: true },
    ...WRITTEN.map((name): RecordField => ({
      name,
      label: t(`story.${name}`),
      kind: name === 'consentOn' ? 'day' : name.startsWith('text') ? 'text' : 'line',
    })),
    choice('nameChanged', t('story.nameChanged'), [
      { value: 'yes', label: t('story.changed.yes') },
      { value: 'no', label: t('story.changed.no') },
    ]),
  ];
  return (
    <>
      <PageTitle title={story ? t('action.edit') : t('story.new')} />
      <RecordForm
        fields={fields}
        values={story ? valuesOf(story) : { nameChanged: 'yes' }}
        submit={t('story.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(story?.id)}
        theirs={(current) => valuesOf(current as Story)}
        onSubmit={(values, seenVersion) =>
          save.mutate(
            { input: inputOf(values, story), seenVersion },
            {
              onSuccess: ({ id }) => {
                notify(t('story.saved'));
                back(id);
              },
            },
          )
        }
      />
    </>
  );
}

const valuesOf = (story: Story): RecordValues => ({
  year: String(story.year),
  titleEn: story.titleEn,
  titleEs: story.titleEs,
  nameChanged: story.nameChanged ? 'yes' : 'no',
  ...Object.fromEntries(WRITTEN.map((name) => [name, story[name] ?? ''])),
});

const inputOf = (values: RecordValues, story: Story | undefined): StoryInput => ({
  stateCode: story?.stateCode ?? values['stateCode'] ?? '',
  year: numberIn(values['year']) as number,
  titleEn: values['titleEn'] ?? '',
  titleEs: values['titleEs'] ?? '',
  nameChanged: values['nameChanged'] !== 'no',
  ...Object.fromEntries(WRITTEN.map((name) => [name, writtenIn(values, name)])),
});
