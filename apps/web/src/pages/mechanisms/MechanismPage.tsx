import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { holds, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Institutions } from '~/ui/Institutions';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { AddDialog, type Added } from './AddDialog';
import { type Mechanism, mechanismQuery, type Session } from './queries';

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
  const [adding, setAdding] = useState<Added | null>(null);
  const mine = holds(me, 'national_coordinator', mechanism.stateCode) || holds(me, 'administrator');
  const add = (kind: Added) =>
    mine && (
      <Button size="compact-sm" variant="default" onClick={() => setAdding(kind)}>
        {t(`mechanism.add.${kind}`)}
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
      <Panel title={t('mechanism.sessions')} aside={add('session')}>
        {mechanism.sessions.length === 0 && <p className="soft">{t('mechanism.noSessions')}</p>}
        <ul>
          {mechanism.sessions.map((session, index) => (
            <li key={index}>
              <SessionDay session={session} /> · {text(session, 'title')}
              {text(session, 'attendance') !== '' && ` (${text(session, 'attendance')})`}
              <Codes codes={session.commitments} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('mechanism.agreements')} aside={add('agreement')}>
        {mechanism.agreements.length === 0 && <p className="soft">{t('mechanism.noAgreements')}</p>}
        <ul>
          {mechanism.agreements.map((agreement, index) => (
            <li key={index}>
              {text(agreement, 'text')} · <strong>{t(`mechanism.statusWord.${agreement.status}`)}</strong>
              <Codes codes={agreement.commitments} />
            </li>
          ))}
        </ul>
      </Panel>
      {adding && <AddDialog mechanism={mechanism} kind={adding} onClose={() => setAdding(null)} />}
    </>
  );
}

function SessionDay({ session }: { session: Session }) {
  const { day, lang } = useLang();
  if (session.dayPrecision === 'day') return day(session.heldOn);
  const [year = '', month = ''] = session.heldOn.split('-');
  if (session.dayPrecision === 'year') return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, 15));
  return new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

const Codes = ({ codes }: { codes: string[] }) =>
  codes.length === 0 ? null : <span className="soft"> · {codes.join(', ')}</span>;
