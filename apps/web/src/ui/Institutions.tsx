import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';

/** Institutions by their acronym or name; what is no key of ours shows as it is written. */
export function Institutions({ keys }: { keys: string[] }) {
  const { text, list } = useLang();
  const known = new Map(useQuery(institutionsQuery).data?.items.map((each) => [each.key, each]));
  const named = (key: string): string => {
    const found = known.get(key);
    return found ? (found.acronym ?? text(found, 'name')) : key;
  };
  return <p className="soft">{list(keys.map(named))}</p>;
}
