import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { indicatorsQuery } from '~/pages/indicators/queries';
import { Panel } from '~/ui/Panel';

/** The indicators that tell of a commitment. */
export function IndicatorLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const indicators = useQuery(indicatorsQuery({ commitment: commitmentId })).data?.items ?? [];
  if (indicators.length === 0) return null;
  return (
    <Panel title={t('nav.indicators')}>
      <ul>
        {indicators.map((indicator) => (
          <li key={indicator.id}>
            <Link to="/indicators/$id" params={{ id: indicator.id }}>
              {indicator.code} {text(indicator, 'name')}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
