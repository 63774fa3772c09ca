import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { holds, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { BothText } from '~/ui/BothText';
import { Institutions } from '~/ui/Institutions';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { useWhen } from '~/ui/use-when';
import { PartDialog } from './PartDialog';
import type { PartKind } from './parts';
import { type Mechanism, mechanismQuery } from './queries';

const route = getRouteApi('/app/mechanisms/$id');

/** One mechanism: who sits in it, when it met, what it agreed. */
export function MechanismPage() {
  const { id } = route.useParams();
  const mechanism = useQuery(mechanismQuery(id));
  return <Loaded query={mechanism}>{(data) => <MechanismView mechanism={data} />}</Loaded>;
}

function MechanismView({ mechanism }: { mechanism: Mechanism }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const me = useMe();
  const [written, setWritten] = useState<{ kind: PartKind; place: number | null } | null>(null);
  const mine = holds(me, 'national_coordinator', mechanism.stateCode) || holds(me, 'administrator');
  const when = useWhen();
  const write = (kind: PartKind, place: number | null, of?: string) =>
    mine && (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={of === undefined ? undefined : `${t('action.edit')}: ${of}`}
        onClick={() => setWritten({ kind, place })}
      >
        {of === undefined ? t(`mechanism.add.${kind}`) : t('action.edit')}
      </Button>
    );
  return (
    <>
      <PageTitle
        title={text(mechanism, 'name')}
        over={
          <>
            <Link to="/mechanisms" search={{ state: mechanism.stateCode }}>
              {names.state(mechanism.stateCode)}
            </Link>{' '}
            · {t(`mechanism.kindWord.${mechanism.kind}`)}
          </>
        }
      >
        {mine && (
          <Link to="/mechanisms/$id/edit" params={{ id: mechanism.id }}>
            {t('action.edit')}
          </Link>
        )}
      </PageTitle>
      <Panel title={t('mechanism.about')}>
        <Facts
          rows={[
            [t('mechanism.chair'), text(mechanism, 'chair') || t('mechanism.notStated')],
            [t('mechanism.secretariat'), text(mechanism, 'secretariat') || t('mechanism.notStated')],
            [t('mechanism.since'), mechanism.sinceYear ?? t('mechanism.notStated')],
            [
              t('mechanism.members'),
              mechanism.members.length === 0 ? (
                t('mechanism.notStated')
              ) : (
                <Institutions key="members" keys={mechanism.members} />
              ),
            ],
          ]}
        />
        <BothText of={mechanism} name="mandate" />
        <BothText of={mechanism} name="note" />
        <p className="soft">{t('figure.source', { source: mechanism.sources.join(' · ') })}</p>
      </Panel>
      <Panel title={t('mechanism.sessions')} aside={write('session', null)}>
        {mechanism.sessions.length === 0 && <p className="soft">{t('mechanism.noSessions')}</p>}
        <ul>
          {mechanism.sessions.map((session, index) => (
            <li key={index}>
              {when(session.heldOn, session.dayPrecision)} · {text(session, 'title')}
              {text(session, 'attendance') !== '' && ` (${text(session, 'attendance')})`}
              <Codes codes={session.commitments} /> {write('session', index, text(session, 'title'))}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('mechanism.agreements')} aside={write('agreement', null)}>
        {mechanism.agreements.length === 0 && <p className="soft">{t('mechanism.noAgreements')}</p>}
        <ul>
          {mechanism.agreements.map((agreement, index) => (
            <li key={index}>
              {text(agreement, 'text')} · <strong>{t(`mechanism.statusWord.${agreement.status}`)}</strong>
              <Codes codes={agreement.commitments} /> {write('agreement', index, text(agreement, 'text'))}
            </li>
          ))}
        </ul>
      </Panel>
      <HistoryPanel entity="mechanism" id={mechanism.id} />
      {written && <PartDialog mechanism={mechanism} {...written} onClose={() => setWritten(null)} />}
    </>
  );
}

const Codes = ({ codes }: { codes: string[] }) =>
  codes.length === 0 ? null : <span className="soft"> · {codes.join(', ')}</span>;
