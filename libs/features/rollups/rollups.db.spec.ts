import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { BudgetsQueries, IndicatorSection } from '#features/indicators';
import { PledgeSection } from '#features/pledges';
import { ProgrammesService } from '#features/projects';
import { QuantificationSection } from '#features/quantification';
import { RegionalSections } from '#features/regional';
import { TeamSections } from '#features/teams';
import { AllianceSections } from '#features/alliances';
import { PartnerSection } from '#features/partners';
import { StorySection } from '#features/stories';
import { currentActor, runAs } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { approved, content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { RegionalLayer } from './regional-layer.js';
import { RollupsService } from './rollups.service.js';
import { SnapshotAssembly } from './snapshot-assembly.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { StageMoves } from './stage-moves.service.js';
import { auditService } from '../../../test/harness/index.js';

interface Matrix {
  cells: {
    level: string;
    stateCode: string;
    areaKey: string;
    commitments: number;
    reported: number;
    meanPercent: string | null;
    carriedForward: number;
    explained: number;
  }[];
}

/** Gives MX-01 a target date, as a plan that was adopted with one has it. */
async function haveDue({ db, commitment }: Region): Promise<void> {
  await db.database.execute('ALTER TABLE commitment_versions DISABLE TRIGGER USER');
  await db.database.execute(`UPDATE commitment_versions SET due_on = '2024-12-15' WHERE commitment_id = $1`, [
    commitment(1),
  ]);
  await db.database.execute('ALTER TABLE commitment_versions ENABLE TRIGGER USER');
}

describe('Rollups and snapshots on a database', () => {
  let region: Region;
  let rollups: RollupsService;
  let snapshots: SnapshotsService;

  beforeAll(async () => {
    region = await regionWithPlan();
    const { db, rooms } = region;
    const access = new AccessService();
    rollups = new RollupsService(db.database, rooms.clock, access);
    const layer = new RegionalLayer(
      new PledgeSection(db.database),
      new TeamSections(db.database),
      new ProgrammesService(db.database, auditService(db.database, rooms.clock), new AccessService()),
      new IndicatorSection(db.database, new BudgetsQueries(db.database)),
      new QuantificationSection(db.database, auditService(db.database, rooms.clock), new AccessService()),
      new AllianceSections(db.database),
      new RegionalSections(db.database),
      new StorySection(db.database),
      new PartnerSection(db.database),
    );
    snapshots = new SnapshotsService(
      db.database,
      rooms.clock,
      access,
      auditService(db.database, rooms.clock),
      new Outbox(db.database),
      rooms.cycles,
      rollups,
      layer,
      new SnapshotAssembly(db.database, rollups, layer, rooms.findings),
    );
  });

  afterAll(() => region.db.close());

  const cycleId = async (key = '2024-annual'): Promise<string> => (await region.rooms.cycles.get(key)).id;
  const cell = async (level: string, stateCode: string, areaKey = '') => {
    const { text } = await rollups.matrix('2024-annual', region.cast.administrator);
    return (JSON.parse(text) as Matrix).cells.find(
      (each) => each.level === level && each.stateCode === stateCode && each.areaKey === areaKey,
    );
  };

  it('shows nothing reported as null and never as zero', async () => {
    await rollups.recomputeCycle(await cycleId());
    expect(await cell('state', 'MX')).toMatchObject({ commitments: 4, reported: 0, meanPercent: null });
  });

  it('counts what was approved, carries earlier values apart, and counts explanations', async () => {
    await approved(region, 1, { percent: 40 });
    await approved(region, 2, { percent: 60 });
    await approved(region, 3, { cycleKey: '2023-annual', percent: 90 });
    await region.rooms.explanations.explain(region.cast.coordinator, '2024-annual', region.commitment(4), {
      kind: 'not_assessed',
      textEs: 'Sin datos este año.',
    });
    await rollups.recomputeState(await cycleId(), 'MX');
    await rollups.recomputeRegion(await cycleId());
    expect(await cell('state', 'MX')).toMatchObject({
      commitments: 4,
      reported: 2,
      meanPercent: '50.0000',
      carriedForward: 1,
      explained: 1,
    });
    expect(await cell('region', '')).toMatchObject({ reported: 2, meanPercent: '50.0000' });
    expect(await cell('state_area', 'MX', 'protection')).toMatchObject({
      commitments: 2,
      reported: 1,
      meanPercent: '40.0000',
    });
  });

  it('knows which running cycles are measured against a cycle', async () => {
    expect(await rollups.following(await cycleId('2023-annual'))).toEqual([await cycleId()]);
    expect(await rollups.following(await cycleId())).toEqual([]);
  });

  it('goes on counting an approved update while its correction is being written', async () => {
    const id = await approved(region, 3, { percent: 30 });
    const { id: revision } = await region.rooms.progress.startRevision(
      region.cast.focal,
      id,
      'The figure was of another window.',
    );
    await rollups.recomputeState(await cycleId(), 'MX');
    expect(await cell('state', 'MX')).toMatchObject({ reported: 3, meanPercent: '43.3333' });
    await region.rooms.progress.save(region.cast.focal, revision, 1, {
      ...content(region.commitment(3)),
      percent: 60,
    });
    await region.rooms.progress.submit(region.cast.focal, revision);
    await region.rooms.progress.approve(region.cast.coordinator, revision);
    await rollups.recomputeState(await cycleId(), 'MX');
    expect(await cell('state', 'MX')).toMatchObject({ reported: 3, meanPercent: '53.3333' });
  });

  it('hides the cells of a State from another State until the cycle is published', async () => {
    const { text } = await rollups.matrix('2024-annual', region.cast.neighbour);
    expect((JSON.parse(text) as Matrix).cells.filter(({ stateCode }) => stateCode !== 'GT')).toEqual([]);
  });

  it('tells which commitments moved since the last cycle of the kind, to who may read both', async () => {
    const [first] = region.plan.commitments[0]?.milestones ?? [];
    await approved(region, 1, {
      cycleKey: '2023-annual',
      stage: 'fulfilled',
      percent: 100,
      milestones: [{ milestoneId: first?.id ?? '', percent: 100 }],
    });
    await approved(region, 2, { cycleKey: '2023-annual', stage: 'planning' });
    const moves = new StageMoves(region.db.database, new AccessService());
    const told = await moves.of('2024-annual', region.cast.presidency);
    expect(told.comparedWith).toMatchObject([{ since: 'same', cycleKey: '2023-annual' }]);
    expect(told.states).toEqual([
      { stateCode: 'MX', since: 'same', compared: 3, forward: 1, back: 1, stopped: 0, resumed: 0 },
    ]);
    expect(told.items.map(({ code, from, to, move }) => [code, from, to, move])).toEqual([
      ['MX-01', 'fulfilled', 'in_progress', 'back'],
      ['MX-02', 'planning', 'in_progress', 'forward'],
    ]);
    for (const [actor, state] of [
      [region.cast.presidency, 'GT'],
      [region.cast.neighbour, undefined],
    ] as const)
      expect(await moves.of('2024-annual', actor, state)).toMatchObject({ states: [], items: [] });
  });

  it('endorses only when every State is accepted, and leaves nothing behind when it does not', async () => {
    const { rooms, cast, db } = region;
    await rooms.cycles.startReview(cast.secretariat, '2024-annual');
    await expect(
      runAs(cast.presidency, () => snapshots.endorse('2024-annual', cast.presidency)),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await snapshots.list('2024-annual')).toEqual([]);
    await db.database.execute(
      `UPDATE state_submissions SET state = 'accepted', submitted_at = now(), decided_at = now()`,
    );
  });

  it('freezes the cycle, and verifies the snapshot on any later day', async () => {
    const { cast, rooms } = region;
    await haveDue(region);
    await rollups.recomputeCycle(await cycleId('2023-annual'));
    const snapshot = await runAs(cast.presidency, () => snapshots.endorse('2024-annual', cast.presidency));
    expect(currentActor()).toBeUndefined();
    expect(snapshot).toMatchObject({
      number: 1,
      summary: { commitments: 4, reported: 3, meanPercent: '53.3333', updates: 3 },
    });
    await rooms.cycles.publish(cast.secretariat, '2024-annual');
    expect(await snapshots.verify(snapshot.id)).toMatchObject({
      intact: true,
      recomputed: true,
      differences: [],
    });
  });

  it('freezes what the plans have due, and where each commitment stood in the cycles before', async () => {
    const [snapshot] = await snapshots.list('2024-annual');
    const { others } = await snapshots.content(snapshot?.id ?? '');
    const own = others.schedule?.find(({ id }) => id === region.commitment(1));
    const [first, second] = region.plan.commitments[0]?.milestones ?? [];
    expect(own).toEqual({
      id: region.commitment(1),
      dueOn: '2024-12-15',
      stage: 'in_progress',
      milestones: [
        { id: first?.id, titleEn: 'First step', titleEs: 'Primer paso', dueOn: null, percent: '100.00' },
        {
          id: second?.id,
          titleEn: 'Second step',
          titleEs: 'Segundo paso',
          dueOn: '2025-12-31',
          percent: null,
        },
      ],
    });
    expect(others.schedule?.map(({ stage }) => stage).sort()).toEqual([
      'in_progress',
      'in_progress',
      'in_progress',
      null,
    ]);
    const said = others.earlier?.map(({ id, cycleKey, stage }) => [id, cycleKey, stage]);
    expect(said?.sort()).toEqual(
      [
        [`same/${region.commitment(1)}`, '2023-annual', 'fulfilled'],
        [`same/${region.commitment(2)}`, '2023-annual', 'planning'],
        [`same/${region.commitment(3)}`, '2023-annual', 'in_progress'],
      ].sort(),
    );
    expect(others.previous.find(({ level }) => level === 'region')).toMatchObject({
      id: 'same/region//',
      cycleKey: '2023-annual',
      // The plan was adopted later.
      commitments: 0,
      reported: 0,
    });
  });

  it('says which part was tampered with', async () => {
    const [snapshot] = await snapshots.list('2024-annual');
    const { updates } = await snapshots.content(snapshot?.id ?? '');
    await region.db.database.execute('UPDATE updates SET percent = 99 WHERE id = $1', [updates[0]?.id]);
    expect(await snapshots.verify(snapshot?.id ?? '')).toMatchObject({
      intact: true,
      recomputed: false,
      differences: ['cells', 'updates'],
    });
  });

  it('refuses in the database itself to change or remove a snapshot', async () => {
    const { database } = region.db;
    for (const statement of [
      `UPDATE snapshots SET sha256 = repeat('0', 64)`,
      'DELETE FROM snapshots',
      'TRUNCATE snapshots CASCADE',
    ])
      await expect(database.execute(statement)).rejects.toThrow('snapshots are frozen');
  });
});
