import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Sign, type Tone } from '~/ui/Sign';
import classes from './Late.module.css';
import { deliveryOf, remindedOf } from './late';
import type { LateCommitment } from './queries';
import { useLateWords } from './words';

const SIGNS: Record<ReturnType<typeof deliveryOf>, [Tone, string]> = {
  sent: ['good', '✓'],
  failed: ['bad', '✕'],
  waiting: ['quiet', '◷'],
};

/** How often a commitment was reminded of and when last; each round on demand. */
export function Reminded({ item }: { item: LateCommitment }) {
  const { t } = useTranslation();
  const { instant, day } = useLang();
  const words = useLateWords();
  const { times, last, failed } = remindedOf(item.reminders);
  if (item.reminders.length === 0) return <span className="soft">{t('late.noReminder')}</span>;
  return (
    <details className={classes.rounds}>
      <summary aria-label={t('late.roundsOf', { code: item.code })}>
        {last === null ? t('late.noneSent') : t('late.times', { count: times, last: day(last) })}
        {failed > 0 && (
          <>
            {' '}
            <Sign tone="bad" shape="✕" text={t('late.delivery.failed')} />
          </>
        )}
      </summary>
      <ul>
        {item.reminders.map((round) => {
          const word = deliveryOf(round);
          const [tone, shape] = SIGNS[word];
          return (
            <li key={`${round.kind}.${round.offsetDays}`}>
              <span className="soft">{instant(round.at)}</span> {words.round(round)}{' '}
              <Sign tone={tone} shape={shape} text={t(`late.delivery.${word}`)} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
