import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { money } from '~/pages/projects/project-text';
import { contributionsQuery, needsQuery } from '~/pages/quantification/queries';
import { Panel } from '~/ui/Panel';

/** What a commitment costs, year by year, and who contributed to it. */
export function QuantificationLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const formats = useLang();
  const needs = useQuery(needsQuery({ commitment: commitmentId })).data ?? [];
  const contributions = useQuery(contributionsQuery({ commitment: commitmentId })).data ?? [];
  if (needs.length + contributions.length === 0) return null;
  const none = t('project.notStated');
  return (
    <Panel title={t('nav.quantification')}>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <Link to="/quantification" search={{ year: String(need.year) }}>
              {need.year}
            </Link>{' '}
            {t('quantification.own')}: {money(formats, need.ownResources, need.currency) ?? none} ·{' '}
            {t('quantification.sought')}: {money(formats, need.cooperationSought, need.currency) ?? none}
          </li>
        ))}
        {contributions.map((row) => (
          <li key={row.key}>
            {row.year} {formats.text(row, 'contributor')}: {money(formats, row.amount, row.currency)}{' '}
            {row.announced && <span className="soft">{t('quantification.announced')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
