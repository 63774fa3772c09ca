import { useParams } from '@tanstack/react-router';
import { PublishedEdition } from '~/pages/edition/PublishedEdition';

/** A published report at its permanent address, for visitors. */
export function SiteEditionPage() {
  const { cycle = '', number } = useParams({ strict: false });
  return <PublishedEdition cycle={cycle} number={Number(number)} />;
}
