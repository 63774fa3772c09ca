import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { Sign } from '~/ui/Sign';
import classes from './AuditPage.module.css';
import { chainQuery } from './queries';

/** How far the trail can be trusted: the chain of a day, and what the last look through the whole trail found. */
export function ChainState({ day }: { day: string | undefined }) {
  const { t } = useTranslation();
  const chain = useQuery(chainQuery(day));
  return (
    <Panel title={t('audit.chain.title')}>
      <Loaded query={chain}>{(data) => <Words chain={data} />}</Loaded>
    </Panel>
  );
}

function Words({ chain }: { chain: Schemas['ChainDayDto'] }) {
  const { t } = useTranslation();
  const { day: dayText, instant, number } = useLang();
  const { day, entries, head, waiting, lastCheck } = chain;
  const touched = lastCheck?.problems ?? [];
  const counted = (count: number) => ({ count, n: number(count) });
  return (
    <>
      <p className={classes.chain}>
        {!lastCheck && <Sign tone="warn" shape="?" text={t('audit.chain.never')} />}
        {lastCheck && touched.length === 0 && (
          <Sign
            tone="good"
            shape="✓"
            text={t('audit.chain.whole', {
              at: instant(lastCheck.at),
              ...counted(lastCheck.entries),
            })}
          />
        )}
        {lastCheck && touched.length > 0 && (
          <Sign
            tone="bad"
            shape="✕"
            text={t('audit.chain.touched', { at: instant(lastCheck.at), count: touched.length })}
          />
        )}
      </p>
      {touched.map(({ kind, entryId, day: of, position }) => (
        <p key={`${kind}.${entryId ?? of}`} className={classes.chain}>
          {entryId ? t(`audit.problem.${kind}`, { id: entryId }) : t('audit.problem.cut')}{' '}
          {of && position && t('audit.chain.place', { day: dayText(of), place: position })}
          {of && !position && t('audit.chain.of', { day: dayText(of) })}
        </p>
      ))}
      {day && (
        <p className={classes.chain}>
          {t('audit.chain.day', { day: dayText(day), ...counted(entries) })}{' '}
          {lastCheck && t('audit.chain.ofDay', { done: number(lastCheck.ofDay), all: number(entries) })}{' '}
          {t('audit.chain.waiting', counted(waiting))}
        </p>
      )}
      {head && (
        <p className={classes.chain}>
          {t('audit.chain.head')} <code>{head}</code>
        </p>
      )}
    </>
  );
}
