import { useTranslation } from 'react-i18next';
import { isUnreachable } from '~/api/problem';
import { useLang } from '~/i18n/use-lang';

/** A query, as far as it matters here. */
interface Read {
  data: unknown;
  error: unknown;
  dataUpdatedAt: number;
}

/** Where the server cannot be reached: when what the page shows instead was read, the oldest of it. */
export function AsOf({ of }: { of: Read[] }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const earlier = of.filter(({ data, error }) => data !== undefined && isUnreachable(error));
  if (earlier.length === 0) return null;
  const at = new Date(Math.min(...earlier.map(({ dataUpdatedAt }) => dataUpdatedAt)));
  return (
    <p className="soft">
      <span aria-hidden>⊘</span> {t('problem.asOf', { at: instant(at.toISOString()) })}
    </p>
  );
}
