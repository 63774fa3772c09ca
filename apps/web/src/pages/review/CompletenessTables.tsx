import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { completenessQuery, type Unfinished } from '~/pages/cycle/queries';
import classes from './CompletenessTables.module.css';

type Counts = Schemas['StandingCounts'];

const OPEN = ['submitted', 'returned', 'draft', 'missing'] as const;

/** How complete a State's cycle is by area, with what is missing one press away, and by leading institution. */
export function CompletenessTables({ cycleKey, stateCode }: { cycleKey: string; stateCode: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const { data } = useQuery(completenessQuery(cycleKey, stateCode));
  if (!data) return null;
  const unfinished = data.commitments.filter(({ status }) => status !== 'approved' && status !== 'explained');
  return (
    <details className={classes.tables}>
      <summary>{t('completeness.byAreaAndInstitution')}</summary>
      <table>
        <caption>{t('completeness.byArea')}</caption>
        <tbody>
          {data.areas.map((area) => (
            <tr key={area.areaKey}>
              <th scope="row">{text(area, 'name')}</th>
              <Done counts={area} />
              <td>
                {unfinished
                  .filter(({ areaKey }) => areaKey === area.areaKey)
                  .map((item) => (
                    <MissingLink key={item.commitmentId} item={item} />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t('completeness.byInstitution')}</caption>
        <tbody>
          {data.institutions.map((institution) => (
            <tr key={institution.institutionId}>
              <th scope="row">{text(institution, 'name')}</th>
              <Done counts={institution} />
              <td>
                {OPEN.filter((status) => institution[status] > 0)
                  .map((status) => `${t(`completeness.status.${status}`)}: ${institution[status]}`)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Done({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  return (
    <td className={classes.done}>
      {t('completeness.done', { n: counts.approved + counts.explained, total: counts.commitments })}
    </td>
  );
}

/** Where something is missing: at its update, or at the commitment where there is none. */
function MissingLink({ item }: { item: Unfinished }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const label = `${item.code} ${text(item, 'title')}: ${t(`completeness.status.${item.status as 'missing'}`)}`;
  return item.updateId ? (
    <Link to="/updates/$id" params={{ id: item.updateId }} aria-label={label} title={label}>
      {item.code}
    </Link>
  ) : (
    <Link to="/commitments/$id" params={{ id: item.commitmentId }} aria-label={label} title={label}>
      {item.code}
    </Link>
  );
}
