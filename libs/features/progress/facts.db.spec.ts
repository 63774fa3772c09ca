import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import type { CreateFact } from './fact.dto.js';

let region: Region;

beforeAll(async () => {
  region = await regionWithPlan();
});
afterAll(() => region.db.close());

const fact = (change: Partial<CreateFact> = {}): CreateFact => ({
  cycleKey: '2024-annual',
  stateCode: 'MX',
  section: 'context',
  kind: 'indicator_observation',
  textEn: 'Displaced people',
  textEs: 'Personas desplazadas',
  figures: [
    {
      value: 0,
      valueState: 'reported',
      valueType: 'count',
      qualifier: 'about',
      basis: 'stock',
      role: 'observed',
      unitEn: 'people',
      unitEs: 'personas',
      asOf: '2024-06-30',
    },
  ],
  ...change,
});

describe('a fact that no commitment answers', () => {
  it('has a loop of its own: written, returned, corrected, approved by somebody else', async () => {
    const { rooms, cast } = region;
    const draft = await rooms.facts.create(cast.focal, fact({ code: 'MX24-95' }));
    expect(draft).toMatchObject({
      reviewState: 'draft',
      section: 'context',
      updateId: null,
      figures: [{ value: 0, qualifier: 'about' }],
      version: 1,
    });
    await rooms.facts.submit(cast.focal, draft.id);
    await rooms.facts.returnForChanges(cast.coordinator, draft.id, 'Since when?');
    const saved = await rooms.facts.save(cast.focal, draft.id, 3, {
      ...fact(),
      section: null,
      areaKey: 'protection',
      textEn: 'Displaced people at mid-year',
    });
    expect(saved).toMatchObject({
      code: 'MX24-95',
      areaKey: 'protection',
      section: null,
      reviewState: 'returned',
      version: 4,
    });
    await expect(rooms.facts.save(cast.focal, draft.id, 3, fact())).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 4 } },
    });
    await rooms.facts.submit(cast.focal, draft.id);
    expect(await rooms.facts.approve(cast.coordinator, draft.id)).toMatchObject({ reviewState: 'approved' });
    await expect(rooms.facts.save(cast.focal, draft.id, 6, fact())).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('belongs to an area or to a section of the report', async () => {
    const { rooms, cast } = region;
    for (const place of [{ section: null }, { areaKey: 'health' }, { section: null, areaKey: 'nowhere' }])
      await expect(rooms.facts.create(cast.focal, fact(place))).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ field: 'areaKey' }],
      });
  });

  it('is written by those who report for the State', async () => {
    const { rooms, cast } = region;
    for (const actor of [cast.neighbour, cast.presidency, PUBLIC])
      await expect(rooms.facts.create(actor, fact())).rejects.toMatchObject({ code: 'forbidden' });
    const own = await rooms.facts.create(cast.coordinator, fact());
    await rooms.facts.submit(cast.coordinator, own.id);
    await expect(rooms.facts.approve(cast.coordinator, own.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('keeps its code to itself', async () => {
    await expect(
      region.rooms.facts.create(region.cast.focal, fact({ code: 'MX24-95' })),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('shows as its review state lets it', async () => {
    const { rooms, cast } = region;
    const draft = await rooms.facts.create(cast.focal, fact());
    const seenBy = async (actor = PUBLIC) =>
      (
        await rooms.factQueries.list(actor, { limit: 50, freeStanding: true, cycle: '2024-annual' })
      ).items.map(({ id }) => id);
    expect(await seenBy(cast.focal)).toContain(draft.id);
    expect(await seenBy(cast.otherFocal)).not.toContain(draft.id);
    expect(await seenBy(cast.presidency)).toHaveLength(2);
    expect(await seenBy()).toEqual([]);
    await expect(rooms.factQueries.get(cast.presidency, draft.id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
