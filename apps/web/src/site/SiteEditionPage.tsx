import { useParams } from '@tanstack/react-router';
import { OfCycle } from '~/pages/edition/OfCycle';

/** A published report or short paper at its permanent address, for visitors. */
export function SiteEditionPage() {
  const { cycle = '', which = '' } = useParams({ strict: false });
  return <OfCycle cycle={cycle} which={which} />;
}
