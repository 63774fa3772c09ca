import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Standing } from '~/ui/Standing';
import { ReviewSign } from '~/ui/Words';
import type { UpdateSummary } from './queries';
import classes from './Timeline.module.css';

/** Every update of a commitment, the newest first. */
export function Timeline({ updates }: { updates: UpdateSummary[] }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const cycleName = useCycleName();
  if (updates.length === 0) return <EmptyState text={t('commitment.noUpdates')} />;
  return (
    <ol className={classes.line}>
      {updates.map((update) => (
        <li key={update.id} className={classes.point}>
          <div className={classes.head}>
            <Link to="/updates/$id" params={{ id: update.id }}>
              <strong>{cycleName(update.cycleKey)}</strong>
              {update.revision > 1 && ` · ${t('update.revision', { n: update.revision })}`}
            </Link>
            <ReviewSign word={update.reviewState} />
            {update.noChange && <span className="soft">{t('update.noChange')}</span>}
            <span className="soft">{instant(update.updatedAt)}</span>
          </div>
          <Standing update={update} />
          <BothText of={update} name="narrative" narrative />
        </li>
      ))}
    </ol>
  );
}
