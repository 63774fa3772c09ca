import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactContent } from '#features/progress';
import { runAs } from '#platform/http';
import { FindingsQueries } from './findings.queries.js';
import { approved, content, type Region, regionWithPlan } from '../../../test/factories/progress.js';

let region: Region;
let updateId: string;

beforeAll(async () => {
  region = await regionWithPlan();
  const { rooms, cast, commitment } = region;
  ({ id: updateId } = await rooms.progress.createDraft(
    cast.focal,
    content(commitment(1), { narrativeEn: 'It helped 332 people.', facts: [helped(84)] }),
  ));
});
afterAll(() => region.db.close());

/** 332 people, of whom the men are given; girls, women and boys are 238. */
const helped = (men: number): FactContent => ({
  code: 'MX24-91',
  kind: 'indicator_observation',
  textEn: 'People helped by the emergency mechanism',
  textEs: 'Personas atendidas por el mecanismo de emergencia',
  figures: [
    {
      value: 332,
      valueState: 'reported',
      valueType: 'count',
      qualifier: 'exact',
      basis: 'period',
      role: 'observed',
      unitEn: 'people',
      unitEs: 'personas',
      windowStart: '2024-01-01',
      windowEnd: '2024-09-30',
      disaggregation: Object.entries({ girls: 80, women: 105, boys: 53, men }).map(([category, value]) => ({
        dimension: 'sex_age',
        dimensionEn: 'sex and age',
        dimensionEs: 'sexo y edad',
        categoryEn: category,
        categoryEs: category,
        value,
        unitEn: 'people',
        unitEs: 'personas',
      })),
    },
  ],
});

const explained = { answer: 'explained', textEn: 'Ten people were not asked their sex.' } as const;

describe('findings of an update', () => {
  it('stand in both languages while it is a draft, and may be answered by its author', async () => {
    const { rooms, cast } = region;
    expect(await rooms.findings.ofUpdate(cast.focal, updateId)).toMatchObject([
      {
        check: 'parts_and_total',
        detailEn: 'The parts (sex and age) add up to 322; the total is 332.',
        detailEs: 'Las partes (sexo y edad) suman 322; el total es 332.',
        factCode: 'MX24-91',
        answer: null,
        mayAnswer: true,
      },
    ]);
  });

  it('are read by who works with the State alone', async () => {
    const { rooms, cast } = region;
    await expect(rooms.findings.ofUpdate(cast.neighbour, updateId)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(rooms.findings.ofCycle(cast.neighbour, '2024-annual', 'MX')).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await rooms.findings.ofCycle(cast.neighbour, '2024-annual')).toMatchObject({ total: 0 });
  });

  it('are no matter of the cycle before the update is handed in', async () => {
    const { rooms, cast } = region;
    expect(await rooms.findings.ofCycle(cast.coordinator, '2024-annual')).toMatchObject({ total: 0 });
  });

  it('take an answer in words from author or coordinator, on record', async () => {
    const { rooms, cast, db } = region;
    const [finding] = await rooms.findings.ofUpdate(cast.focal, updateId);
    const { fingerprint } = finding ?? { fingerprint: '' };
    await expect(
      rooms.findings.answerInUpdate(cast.focal, updateId, fingerprint, { answer: 'confirmed', textEn: '  ' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'textEn' }] });
    await expect(
      rooms.findings.answerInUpdate(cast.otherFocal, updateId, fingerprint, explained),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      rooms.findings.answerInUpdate(cast.focal, updateId, 'f'.repeat(32), explained),
    ).rejects.toMatchObject({ code: 'not_found' });
    await runAs(cast.focal, () =>
      rooms.findings.answerInUpdate(cast.focal, updateId, fingerprint, explained),
    );
    expect(await rooms.findings.ofUpdate(cast.focal, updateId)).toMatchObject([
      { answer: { answer: 'explained', textEn: explained.textEn, authorName: 'Fabiola' } },
    ]);
    const audit = await db.database.query(
      `SELECT actor_id, entity_id, reason FROM audit_entries WHERE action = 'finding.answer'`,
    );
    expect(audit).toEqual([{ actor_id: cast.focal.userId, entity_id: updateId, reason: explained.textEn }]);
  });

  it('keep their answer through another save, and lose it when the figure changes', async () => {
    const { rooms, cast, commitment } = region;
    const body = content(commitment(1), { narrativeEn: 'Said anew: it helped 332 people.' });
    await rooms.progress.save(cast.focal, updateId, 1, { ...body, facts: [helped(84)] });
    expect(await rooms.findings.ofUpdate(cast.focal, updateId)).toMatchObject([
      { answer: { answer: 'explained' } },
    ]);
    await rooms.progress.save(cast.focal, updateId, 2, { ...body, facts: [helped(85)] });
    expect(await rooms.findings.ofUpdate(cast.focal, updateId)).toMatchObject([
      { detailEn: 'The parts (sex and age) add up to 323; the total is 332.', answer: null },
    ]);
  });

  it('stay on record when they were corrected', async () => {
    const { rooms, cast, commitment } = region;
    const [finding] = await rooms.findings.ofUpdate(cast.focal, updateId);
    await rooms.findings.answerInUpdate(cast.focal, updateId, finding?.fingerprint ?? '', {
      answer: 'corrected',
      textEs: 'Faltaban nueve hombres.',
    });
    await rooms.progress.save(cast.focal, updateId, 3, {
      ...content(commitment(1)),
      facts: [helped(94)],
    });
    await rooms.progress.submit(cast.focal, updateId);
    await rooms.progress.approve(cast.coordinator, updateId);
    expect(await rooms.findings.ofCycle(cast.coordinator, '2024-annual', 'MX')).toMatchObject({
      total: 0,
      findings: [],
      corrections: [{ about: 'MX24-91', answer: 'corrected', textEs: 'Faltaban nueve hombres.' }],
    });
  });
});

describe('findings against what was said before', () => {
  it('look at the earlier cycle and at the other updates of the State', async () => {
    const { rooms, cast, commitment } = region;
    const counted = (value: number, changes: object = {}): FactContent => ({
      kind: 'indicator_observation',
      textEn: 'Refugees relocated since the programme began',
      textEs: 'Personas refugiadas reubicadas desde el inicio del programa',
      figures: [
        {
          value,
          valueState: 'reported',
          valueType: 'count',
          qualifier: 'exact',
          basis: 'cumulative',
          role: 'observed',
          unitEn: 'people',
          unitEs: 'personas',
          windowStart: '2016-01-01',
          windowEnd: '2024-09-30',
          ...changes,
        },
      ],
    });
    const before = { windowEnd: '2023-09-30' };
    await approved(region, 2, { cycleKey: '2023-annual', facts: [counted(47421, before)] });
    await approved(region, 2, { facts: [counted(45000)] });
    await approved(region, 3, { facts: [counted(46000)] });
    const { findings, total } = await rooms.findings.ofCycle(cast.presidency, '2024-annual', 'MX');
    expect(total).toBe(3);
    expect(findings.map(({ check, commitmentId }) => [check, commitmentId])).toEqual([
      ['same_subject', commitment(2)],
      ['cumulative_falls', commitment(2)],
      ['same_subject', commitment(3)],
    ]);
    expect(findings.every(({ mayAnswer }) => !mayAnswer)).toBe(true);
  });

  it('read the eight latest earlier periods, however long the history is', async () => {
    const { database } = region.db;
    await database.execute(
      `INSERT INTO updates SELECT r.* FROM updates u CROSS JOIN generate_series(1, 12) n
        CROSS JOIN LATERAL jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'revision', 100 + n, 'revision_reason', 'old',
          'period_end', u.period_end - 200 * n)) r
        WHERE u.commitment_id = $1 AND u.period_end < '2024-01-01'`,
      [region.commitment(2)],
    );
    const material = await new FindingsQueries(database).material({
      ...{ cycleKey: '2024-annual', stateCodes: ['MX'], today: '2024-11-01' },
    });
    const ends = material?.earlier.map(({ periodEnd }) => periodEnd) ?? [];
    expect([ends.length, ends.at(-1)]).toEqual([8, '2023-12-31']);
  });

  it('are told with their answers to whoever freezes the cycle', async () => {
    const { rooms, cast } = region;
    const { id } = await rooms.cycles.get('2024-annual');
    const [first] = (await rooms.findings.ofCycle(cast.coordinator, '2024-annual')).findings;
    await rooms.findings.answerInUpdate(
      cast.coordinator,
      first?.updateId ?? '',
      first?.fingerprint ?? '',
      explained,
    );
    const notes = await rooms.findings.notesOf(id);
    expect(notes.map(({ check, answer, stands }) => [check, answer, stands])).toEqual([
      ['same_subject', 'explained', true],
      ['cumulative_falls', null, true],
      ['same_subject', null, true],
      ['parts_and_total', 'corrected', false],
    ]);
    expect(JSON.stringify(notes)).not.toContain('Carla');
  });
});
