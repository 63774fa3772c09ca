import { describe, expect, it } from '@jest/globals';
import { compositionSearchOf } from '~/pages/composition/search';
import { indicatorSearchOf } from '~/pages/indicators/search';
import { pledgeSearchOf } from '~/pages/pledges/search';
import { regionSearchOf } from '~/pages/region/search';
import { stateSearchOf } from '~/pages/state/search';
import { storySearchOf } from '~/pages/stories/search';

/** What an address may say, by page. */
const PAGES = [
  ['composition', compositionSearchOf, { state: 'in_review' }],
  ['indicators', indicatorSearchOf, { framework: 'sdg', state: 'MX', q: 'asilo' }],
  ['pledges', pledgeSearchOf, { state: 'MX', area: 'health', q: 'asilo', stage: 'no_update' }],
  ['region', regionSearchOf, { cycle: '2024-annual', show: 'coverage' }],
  ['state', stateSearchOf, { cycle: '2024-annual', area: 'health' }],
  ['stories', storySearchOf, { state: 'MX' }],
] as const;

describe('What the address of a page says', () => {
  it.each(PAGES)('%s: stays, and what nobody can mean is left out', (_, searchOf, search) => {
    expect(searchOf({ ...search })).toEqual(search);
    const garbled = Object.fromEntries(Object.keys(search).map((name) => [name, { $ne: 1 }]));
    expect(searchOf({ ...garbled, other: 'x' })).toEqual({});
  });
});
