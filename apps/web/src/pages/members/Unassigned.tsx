import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Panel } from '~/ui/Panel';
import classes from '../account/account.module.css';
import { AssignButton } from './AssignButton';

type Commitment = Schemas['UnassignedDto'];

/** Commitments of the plan in force that nobody reports on; each is given to somebody from here. */
export function Unassigned({ stateCode, commitments }: { stateCode: string; commitments: Commitment[] }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  return (
    <Panel title={t('member.unassigned')}>
      {commitments.length === 0 ? (
        <p className="soft">{t('member.allAssigned')}</p>
      ) : (
        <ul className={classes.list}>
          {commitments.map((each) => (
            <li key={each.commitmentId} className={classes.item}>
              <span>
                <strong>{each.code}</strong>{' '}
                <Link to="/commitments/$id" params={{ id: each.commitmentId }}>
                  {text(each, 'title')}
                </Link>{' '}
                <span className="soft">{names.area(each.areaKey)}</span>
              </span>
              <AssignButton stateCode={stateCode} commitmentId={each.commitmentId} code={each.code} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
