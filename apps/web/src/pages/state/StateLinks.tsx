import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useMe } from '~/app/session';
import classes from './PlanHead.module.css';

/** What else there is of a State. */
export function StateLinks({ code }: { code: string }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <p className={classes.links}>
      <Link to="/states/$code/plans" params={{ code }}>
        {t('plan.versions')}
      </Link>
      {mayIn(me, 'member.manage', code) && (
        <Link to="/states/$code/members" params={{ code }}>
          {t('member.team')}
        </Link>
      )}
    </p>
  );
}
