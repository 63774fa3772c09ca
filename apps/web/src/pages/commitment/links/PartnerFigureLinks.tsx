import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { partnerFigureText } from '~/pages/partners/partner-figure-text';
import { partnerFiguresQuery } from '~/pages/partners/queries';
import { Panel } from '~/ui/Panel';

/** What partners say beside a commitment, marked as not the State's. */
export function PartnerFigureLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const tools = useLang();
  const figures = useQuery(partnerFiguresQuery({ commitment: commitmentId })).data?.items ?? [];
  if (figures.length === 0) return null;
  return (
    <Panel title={t('nav.partners')}>
      <p className="soft">{t('partner.apart')}</p>
      <ul>
        {figures.map((figure) => (
          <li key={figure.id}>
            {tools.text(figure, 'label')}: {partnerFigureText(figure, t, tools)}.{' '}
            <Link to="/partners/$id" params={{ id: figure.sheetId }}>
              {tools.text(figure, 'partner')}, {figure.year}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
