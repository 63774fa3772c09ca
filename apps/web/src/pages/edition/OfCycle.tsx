import { PublishedEdition } from './PublishedEdition';
import { PublishedPaper } from './PublishedPaper';

/** What an address names of a cycle: an edition by its number, a short paper by its name. */
export function OfCycle({ cycle, which }: { cycle: string; which: string }) {
  return /^\d+$/.test(which) ? (
    <PublishedEdition cycle={cycle} number={Number(which)} />
  ) : (
    <PublishedPaper cycle={cycle} which={which} />
  );
}
