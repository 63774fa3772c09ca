import { meanOf } from './matrix';
import type { Measure } from './measures';
import type { Cell } from './queries';

/** How much of its commitments a cell reports on, 0 to 100; null without a commitment. */
export const coverageOf = (cell: Cell | undefined): number | null =>
  !cell || cell.commitments === 0 ? null : (100 * cell.reported) / cell.commitments;

/** The number behind the colour of a cell; null where nothing was reported. */
export function levelOf(cell: Cell | undefined, measure: Measure, ofRegion = false): number | null {
  if (!cell || cell.reported === 0) return null;
  if (measure === 'coverage') return coverageOf(cell);
  if (measure === 'outlook') return onTrack(cell);
  return meanOf(cell, measure === 'states' && ofRegion ? 'states' : 'commitments');
}

/** The share on track of those whose outlook was assessed. */
function onTrack({ outlooks, reported }: Cell): number | null {
  const assessed = reported - countOf(outlooks, 'not_assessed');
  return assessed === 0 ? null : (100 * countOf(outlooks, 'on_track')) / assessed;
}

/** How many a word of the vocabulary was given. */
export function countOf(counts: Record<string, unknown>, word: string): number {
  const count = counts[word];
  return typeof count === 'number' ? count : 0;
}
