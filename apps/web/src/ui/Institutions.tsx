import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';

/** Names an institution by its key; what is no key of ours stays as it is written. */
export function useInstitutionName(): (key: string) => string {
  const { text } = useLang();
  const known = new Map(useQuery(institutionsQuery).data?.items.map((each) => [each.key, each]));
  return (key) => {
    const found = known.get(key);
    if (!found) return key;
    const name = text(found, 'name');
    return found.acronym && found.acronym !== name ? `${name} (${found.acronym})` : name;
  };
}

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
