import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { Panel } from '~/ui/Panel';
import { Coverage } from '~/ui/Percent';
import { Standing } from '~/ui/Standing';
import { ReviewSign } from '~/ui/Words';
import classes from './AreaSection.module.css';
import type { CommitmentProgress } from './queries';

interface AreaSectionProps {
  area: string;
  commitments: CommitmentProgress[];
}

/** The commitments of one area, each with what its latest update says. */
export function AreaSection({ area, commitments }: AreaSectionProps) {
  const { text } = useLang();
  const names = useNames();
  const reported = commitments.filter(({ latest }) => latest && !latest.carriedForward).length;
  return (
    <Panel title={names.area(area)} aside={<Coverage reported={reported} total={commitments.length} />}>
      <ul className={classes.list}>
        {commitments.map((commitment) => (
          <li key={commitment.commitmentId} className={classes.row}>
            <div className={classes.words}>
              <span className={classes.code}>{commitment.code}</span>
              <Link to="/commitments/$id" params={{ id: commitment.commitmentId }} className={classes.title}>
                {text(commitment, 'title')}
              </Link>
            </div>
            <Latest commitment={commitment} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the latest update says; one of an earlier cycle says so and does not count as reported. */
function Latest({ commitment: { latest, cycleKey, code } }: { commitment: CommitmentProgress }) {
  const { t } = useTranslation();
  const cycleName = useCycleName();
  if (!latest) return <div className={classes.none}>{t('value.notReported')}</div>;
  return (
    <div className={classes.standing}>
      <Standing update={latest} />
      {latest.reviewState !== 'published' && latest.reviewState !== 'approved' && (
        <ReviewSign word={latest.reviewState} />
      )}
      {latest.carriedForward && cycleKey && (
        <span className={classes.earlier}>{t('state.from', { cycle: cycleName(cycleKey) })}</span>
      )}
      <Link to="/updates/$id" params={{ id: latest.id }} aria-label={`${t('state.update')} ${code}`}>
        {t('state.update')}
      </Link>
    </div>
  );
}
