import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { EditDialog } from './EditDialog';
import type { Edit, Edited } from './edited';
import { EditButton } from './EditButton';
import { GoodPractices } from './GoodPractices';
import { type Alliances, alliancesQuery } from './queries';
import { SupportPlatform } from './SupportPlatform';
import { useWhen } from '~/ui/use-when';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { asked } from '~/app/asked';

const route = getRouteApi('/app/alliances');

/** With whom the MIRPS works: dialogues, the Support Platform, events, and good practices that travel. */
export function AlliancesPage() {
  const { t } = useTranslation();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const alliances = useQuery(alliancesQuery(search.year));
  const [edited, setEdited] = useState<Edited | null>(null);
  const edit: Edit = may(useMe(), 'alliance.write') ? setEdited : undefined;
  return (
    <>
      <PageTitle title={t('nav.alliances')}>
        {alliances.data && (
          <NativeSelect
            aria-label={t('alliance.year')}
            value={String(alliances.data.year)}
            data={[...new Set([String(alliances.data.year), ...alliances.data.years])]}
            onChange={(event) => void navigate({ search: { ...search, year: event.currentTarget.value } })}
          />
        )}
      </PageTitle>
      <Loaded query={alliances}>
        {(data) => (
          <>
            {edit && (
              <Panel title={t('alliance.dialogues')}>
                <EditButton edit={edit} edited={{ kind: 'dialogue', row: null, year: data.year }} />{' '}
                <EditButton edit={edit} edited={{ kind: 'event', row: null, year: data.year }} />{' '}
                {data.platform === null && (
                  <EditButton edit={edit} edited={{ kind: 'platform', row: null }} />
                )}
              </Panel>
            )}
            {data.dialogues.map((dialogue) => (
              <DialoguePanel key={dialogue.id} dialogue={dialogue} edit={edit} />
            ))}
            {data.platform && <SupportPlatform platform={data.platform} edit={edit} />}
            {(['oas', 'learning'] as const).map((kind) => (
              <Events
                key={kind}
                title={t(`alliance.${kind}`)}
                events={data.events.filter((event) => event.kind === kind)}
                edit={edit}
              />
            ))}
            <KindsHistory kinds={['dialogue', 'support_platform', 'alliance_event', 'good_practice']} />
            {edited && <EditDialog edited={edited} onClose={() => setEdited(null)} />}
          </>
        )}
      </Loaded>
      <GoodPractices search={search} onSearch={(next) => void navigate({ search: next })} />
    </>
  );
}

function DialoguePanel({ dialogue, edit }: { dialogue: Alliances['dialogues'][number]; edit: Edit }) {
  const { t } = useTranslation();
  const { text, lang, list } = useLang();
  const when = useWhen();
  const earlier = dialogue.leads.filter(({ year }) => year !== dialogue.year);
  const { launchedOn, launchedPrecision } = dialogue;
  return (
    <Panel
      title={t('alliance.dialogue', { name: text(dialogue, 'name') })}
      aside={
        <EditButton
          edit={edit}
          edited={{ kind: 'dialogue', row: dialogue, year: dialogue.year }}
          of={text(dialogue, 'name')}
        />
      }
    >
      <Facts
        rows={[
          [t('alliance.lead'), text(dialogue, 'lead') || t('alliance.notStated')],
          ...earlier.map((lead): [string, string] => [
            t('alliance.leadIn', { year: lead.year }),
            text(lead, 'lead'),
          ]),
          [t('alliance.status'), text(dialogue, 'status') || t('alliance.notStated')],
          ...(launchedOn
            ? [[t('alliance.launched'), when(launchedOn, launchedPrecision ?? 'day')] as [string, string]]
            : []),
          ...(dialogue.areas.length > 0
            ? [[t('alliance.areas'), list(dialogue.areas.map((area) => area[lang]))] as [string, string]]
            : []),
        ]}
      />
      <ul>
        {dialogue.steps.map((step) => (
          <li key={step.en}>
            {step.heldOn && `${when(step.heldOn, step.heldPrecision ?? 'day')} · `}
            {step[lang]}
          </li>
        ))}
      </ul>
      <p className="soft">
        <SourceText text={dialogue.sources.join(' · ')} />
      </p>
    </Panel>
  );
}

function Events({ title, events, edit }: { title: string; events: Alliances['events']; edit: Edit }) {
  const { text } = useLang();
  const when = useWhen();
  if (events.length === 0) return null;
  return (
    <Panel title={title}>
      <ul>
        {events.map((event) => (
          <li key={event.id}>
            {event.heldOn ? when(event.heldOn, event.heldPrecision) : event.year} · {text(event, 'name')}{' '}
            <EditButton
              edit={edit}
              edited={{ kind: 'event', row: event, year: event.year }}
              of={text(event, 'name')}
            />
            <BothText of={event} name="detail" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
