import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { Percent } from '~/ui/Percent';
import { Standing } from '~/ui/Standing';
import { ReviewSign } from '~/ui/Words';
import { PlanWords } from './PlanWords';
import type { TimelineEvent } from './queries';
import classes from './Timeline.module.css';

/** One thing that happened to a commitment, in words. */
export function EventWords({ event }: { event: TimelineEvent }) {
  const { t } = useTranslation();
  switch (event.kind) {
    case 'plan':
      return <PlanWords event={event} />;
    case 'carried':
      return <CarriedWords event={event} />;
    case 'milestones':
      return (
        <>
          <Head event={event}>
            <strong>{t('event.kind.milestones')}</strong>
          </Head>
          <Ticks event={event} />
        </>
      );
    case 'explained':
      return (
        <>
          <Head event={event}>
            <strong>{t('event.kind.explained')}</strong>
          </Head>
          <BothText of={event} name="text" />
        </>
      );
    case 'reopened':
      return (
        <>
          <Head event={event}>
            <strong>{t('event.kind.reopened')}</strong>
          </Head>
          {event.reason && <p>{event.reason}</p>}
        </>
      );
    default:
      return <MoveWords event={event} />;
  }
}

/** What happened, in which cycle, who did it and when. */
function Head({ event, children }: { event: TimelineEvent; children: ReactNode }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const cycleName = useCycleName();
  const { cycleKey, updateId, revision, actorName, onBehalfOfName, at } = event;
  const about = cycleKey
    ? cycleName(cycleKey) + (revision && revision > 1 ? ` · ${t('update.revision', { n: revision })}` : '')
    : '';
  return (
    <div className={classes.head}>
      {children}
      {about !== '' &&
        (updateId ? (
          <Link to="/updates/$id" params={{ id: updateId }}>
            {about}
          </Link>
        ) : (
          <span>{about}</span>
        ))}
      <span className="soft">
        {[
          actorName && onBehalfOfName
            ? t('event.onBehalfOf', { name: actorName, of: onBehalfOfName })
            : actorName,
          instant(at),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

const MOVES = { draft: 'draft', submitted: 'submitted', returned: 'returned', approved: 'approved' } as const;

function MoveWords({ event }: { event: TimelineEvent }) {
  const { t } = useTranslation();
  const { kind, update, reason } = event;
  const word = kind in MOVES ? MOVES[kind as keyof typeof MOVES] : undefined;
  return (
    <>
      <Head event={event}>
        {word ? <ReviewSign word={word} /> : <strong>{t('event.kind.revised')}</strong>}
        {update?.noChange && <span className="soft">{t('update.noChange')}</span>}
      </Head>
      {reason && (
        <p>
          <strong>{t(kind === 'returned' ? 'update.returnedBecause' : 'update.revisedBecause')}:</strong>{' '}
          {reason}
        </p>
      )}
      {update && (
        <>
          <Standing update={update} />
          <BothText of={update} name="narrative" narrative />
        </>
      )}
    </>
  );
}

function Ticks({ event: { milestones } }: { event: TimelineEvent }) {
  const { t } = useTranslation();
  const { text, percent } = useLang();
  return (
    <ul className={classes.ticks}>
      {milestones?.map((each) => (
        <li key={each.titleEs}>
          {text(each, 'title')} <Percent value={each.percent} />
          {typeof each.before === 'number' && (
            <span className="soft"> {t('event.before', { percent: percent(each.before) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function CarriedWords({ event: { cycleKey, carriedFrom } }: { event: TimelineEvent }) {
  const { t } = useTranslation();
  const cycleName = useCycleName();
  return (
    <>
      <div className={classes.head}>
        <strong>{cycleName(cycleKey ?? '')}</strong>
      </div>
      <p className="soft">{t('commitment.carried', { cycle: cycleName(carriedFrom ?? '') })}</p>
    </>
  );
}
