import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { approved, content, type Region, regionWithPlan } from '../../../test/factories/progress.js';

let region: Region;

beforeAll(async () => {
  region = await regionWithPlan();
});
afterAll(() => region.db.close());

const count = async (table: string): Promise<number> =>
  Number((await region.db.database.one<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))?.n);
describe('what hangs on an update', () => {
  const figure = {
    value: 0,
    valueState: 'reported' as const,
    valueType: 'count' as const,
    qualifier: 'exact' as const,
    basis: 'period' as const,
    role: 'observed' as const,
    unitEn: 'interviews',
    unitEs: 'entrevistas',
  };
  const fact = {
    code: 'MX24-90',
    kind: 'indicator_observation' as const,
    textEn: 'Interviews',
    textEs: 'Entrevistas',
    figures: [figure],
  };

  it('is written with it, zero apart from unknown', async () => {
    const { rooms, cast, commitment } = region;
    const { id } = await rooms.progress.createDraft(cast.otherFocal, {
      ...content(commitment(4)),
      facts: [
        {
          ...fact,
          commitments: [{ commitmentId: commitment(1), match: 'partial' }],
          figures: [figure, { ...figure, value: null, valueState: 'unknown' }],
        },
      ],
      evidence: [{ titleEn: 'COMAR', kind: 'link', url: 'https://www.gob.mx/comar' }],
    });
    const detail = await rooms.details.get(cast.otherFocal, id);
    expect(detail.facts).toMatchObject([
      {
        code: 'MX24-90',
        figures: [
          { value: 0, valueState: 'reported' },
          { value: null, valueState: 'unknown' },
        ],
        commitments: [{ code: 'MX-01', match: 'partial' }],
      },
    ]);
    expect(detail.evidence).toMatchObject([{ titleEn: 'COMAR', url: 'https://www.gob.mx/comar' }]);
    await rooms.progress.save(cast.otherFocal, id, 1, content(commitment(4)));
    expect((await rooms.details.get(cast.otherFocal, id)).facts).toHaveLength(1);
    await rooms.progress.save(cast.otherFocal, id, 2, { ...content(commitment(4)), facts: [], evidence: [] });
    expect(await rooms.details.get(cast.otherFocal, id)).toMatchObject({ facts: [], evidence: [] });
  });

  it('leaves nothing half written when one figure is wrong', async () => {
    const { rooms, cast, commitment } = region;
    const before = [
      await count('updates'),
      await count('facts'),
      await count('audit_entries'),
      await count('outbox'),
    ];
    const wrong = {
      ...content(commitment(4), { cycleKey: '2023-annual' }),
      facts: [fact, { ...fact, code: 'MX24-91', figures: [{ ...figure, value: null }] }],
    };
    await expect(rooms.progress.createDraft(cast.otherFocal, wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'facts[1].figures[0].value' }],
    });
    expect([
      await count('updates'),
      await count('facts'),
      await count('audit_entries'),
      await count('outbox'),
    ]).toEqual(before);
  });

  it('names commitments only once and only those that exist', async () => {
    const { rooms, cast, commitment } = region;
    const linked = {
      ...content(commitment(4), { cycleKey: '2023-annual' }),
      facts: [{ ...fact, code: null, commitments: [{ commitmentId: newId(), match: 'direct' as const }] }],
    };
    await expect(rooms.progress.createDraft(cast.otherFocal, linked)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('computes the percent from milestones by their weights', async () => {
    const { rooms, cast, commitment, plan } = region;
    const [first, second] = plan.commitments[3]?.milestones ?? [];
    const milestones = [
      { milestoneId: first?.id ?? '', percent: 100 },
      { milestoneId: second?.id ?? '', percent: 0 },
    ];
    const { id } = await rooms.progress.createDraft(cast.otherFocal, {
      ...content(commitment(4), { cycleKey: '2023-annual' }),
      percent: undefined,
      milestones,
    });
    expect(await rooms.details.get(cast.otherFocal, id)).toMatchObject({
      percent: 60,
      percentSource: 'milestones',
      milestones: [{ percent: 100, weight: 1.5 }, { percent: 0 }],
    });
    await expect(
      rooms.progress.save(cast.otherFocal, id, 1, {
        ...content(commitment(4)),
        milestones: [{ milestoneId: newId(), percent: 5 }],
      }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'milestones' }] });
  });
});

describe('“no change”', () => {
  it('reports the last approved values in one call, once', async () => {
    const { rooms, cast, commitment } = region;
    await approved(region, 3, { cycleKey: '2023-annual', percent: 30 });
    const word = { commitmentId: commitment(3), cycleKey: '2024-annual', narrativeEs: 'Sin novedades.' };
    const receipt = await rooms.progress.reportNoChange(cast.focal, word);
    expect(receipt).toMatchObject({ reviewState: 'submitted', version: 2 });
    expect(await rooms.details.get(cast.focal, receipt.id)).toMatchObject({
      noChange: true,
      percent: 30,
      stage: 'in_progress',
      narrativeEs: 'Sin novedades.',
    });
    await expect(rooms.progress.reportNoChange(cast.focal, word)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('needs an earlier update, and leaves nothing behind without one', async () => {
    const { rooms, cast, commitment } = region;
    const before = await count('updates');
    await expect(
      rooms.progress.reportNoChange(cast.focal, { commitmentId: commitment(2), cycleKey: '2023-annual' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    expect(await count('updates')).toBe(before);
  });
});
