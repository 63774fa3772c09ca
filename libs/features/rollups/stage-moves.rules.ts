import type { Stage } from '#features/progress';

/** Where a commitment went between two cycles. `stopped`: it was discontinued; `resumed`: it is no longer. */
export const MOVES = ['forward', 'back', 'stopped', 'resumed'] as const;
export type Move = (typeof MOVES)[number];

const WAY: readonly Stage[] = ['not_started', 'planning', 'in_progress', 'fulfilled'];

/** How a commitment moved from one stage to another; null when it stayed. */
export function moveBetween(from: Stage, to: Stage): Move | null {
  if (from === to) return null;
  if (to === 'discontinued') return 'stopped';
  if (from === 'discontinued') return 'resumed';
  return WAY.indexOf(to) > WAY.indexOf(from) ? 'forward' : 'back';
}
