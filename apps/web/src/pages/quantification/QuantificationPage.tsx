import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentCycle, cyclesQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Filters } from '~/ui/Filters';
import { PageTitle } from '~/ui/PageTitle';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { asked } from '~/app/asked';
import { EditDialog } from './EditDialog';
import type { Edited } from './fields';
import { GapPanel } from './GapPanel';
import { Contributions, Needs, Rates } from './Lists';
import { ratesQuery } from './queries';

const route = getRouteApi('/app/quantification');
const FIRST_YEAR = 2017;

/** What commitments cost, who pays, and what remains: the gap of one year, the lists of that year or of all. */
export function QuantificationPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const rates = useQuery(ratesQuery).data ?? [];
  const cycles = useQuery(cyclesQuery).data ?? [];
  const [edited, setEdited] = useState<Edited | null>(null);
  const [thisYear] = useState(() => new Date().getFullYear());
  const years = Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, i) => String(thisYear + 1 - i));
  const shown = Number(search.year ?? currentCycle(cycles)?.year ?? thisYear);
  const currency = search.currency ?? 'USD';
  const currencies = [...new Set(['USD', currency, ...rates.map(({ to }) => to)])];
  const looked = {
    ...(search.year ? { year: Number(search.year) } : {}),
    ...(search.state ? { state: search.state } : {}),
  };
  return (
    <>
      <PageTitle title={t('nav.quantification')} />
      <Filters
        search={search}
        choices={[
          {
            name: 'year',
            label: t('quantification.year'),
            options: years.map((value) => ({ value, label: value })),
          },
          {
            name: 'state',
            label: t('field.state'),
            options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          },
          {
            name: 'platform',
            label: t('quantification.platform'),
            options: (['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`quantification.${value}`),
            })),
          },
          ...(currencies.length > 1
            ? [
                {
                  name: 'currency' as const,
                  label: t('quantification.sumsIn'),
                  options: currencies.map((value) => ({ value, label: value })),
                },
              ]
            : []),
        ]}
        onChange={(next) => void navigate({ search: next as typeof search })}
      />
      <GapPanel year={shown} currency={currency} />
      <Needs search={looked} onEdit={setEdited} />
      <Contributions
        search={looked}
        {...(search.platform ? { platform: search.platform } : {})}
        onEdit={setEdited}
      />
      <Rates onEdit={setEdited} />
      <KindsHistory
        kinds={['contribution', 'exchange_rate', 'stated_gap']}
        {...(search.state ? { state: search.state } : {})}
      />
      {edited && <EditDialog edited={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
