import type { Schemas } from '~/api/client';
import { type Draft, unreadable } from './draft';
import { milestonePercent } from './milestone-percent';
import { numberOf } from './numbers';

/** What keeps a draft from being submitted. */
export type Block = 'number' | 'stage' | 'outlook' | 'milestones' | 'percent' | 'full' | 'narrative';

/** What is still missing in a draft, before the API is asked; its word is the last. */
export function blocksOf(draft: Draft, milestones: Schemas['MilestoneDto'][]): Block[] {
  const { stage, outlook, texts } = draft;
  const counted = draft.byMilestones && milestones.length > 0;
  const percent = counted ? milestonePercent(milestones, draft.milestones).percent : numberOf(draft.percent);
  const needed = stage === 'in_progress' && outlook !== 'not_assessed';
  const blocks: [Block, boolean][] = [
    ['number', unreadable(draft).length > 0],
    ['stage', stage === null],
    ['outlook', outlook === null],
    ['milestones', counted && percent === null],
    ['percent', !counted && needed && percent === null],
    ['full', stage === 'fulfilled' && percent !== 100],
    ['narrative', stage === 'discontinued' && texts.narrative.en.trim() + texts.narrative.es.trim() === ''],
  ];
  return blocks.filter(([, blocked]) => blocked).map(([block]) => block);
}
