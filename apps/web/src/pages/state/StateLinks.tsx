import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './PlanHead.module.css';

/** What else there is of a State. */
export function StateLinks({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <p className={classes.links}>
      <Link to="/states/$code/plans" params={{ code }}>
        {t('plan.versions')}
      </Link>
    </p>
  );
}
