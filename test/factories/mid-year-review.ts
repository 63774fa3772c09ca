import { rollup, type SnapshotContent } from '#features/rollups';
import { snapshot2024 } from './snapshot-2024.js';

/** A State that has no plan and no fact in `midYearReview`. */
export const NOTHING_OF = 'PA';

/** A State of which some commitments have neither an update nor an explanation in `midYearReview`. */
export const SILENT = 'GT';

const STAGES = ['planning', 'in_progress', 'fulfilled', 'discontinued'] as const;

/**
 * The mid-year snapshot of 2024 with what the seeds have none of: an annual cycle before it, days that plans set, commitments
 * at risk, commitments without a word, and a State that has nothing.
 */
export function midYearReview(): SnapshotContent {
  const base = snapshot2024('mid_year');
  const kept = ({ stateCode }: { stateCode: string }): boolean => stateCode !== NOTHING_OF;
  const commitments = base.others.commitments.filter(kept);
  const updates = base.updates.filter(kept).map((update, i) => ({
    ...update,
    outlook: i % 5 === 0 ? ('at_risk' as const) : i % 7 === 0 ? ('off_track' as const) : update.outlook,
    noChange: i % 6 === 0,
    supportNeededEn: i % 9 === 0 ? 'Two interpreters at the border posts.' : null,
    supportNeededEs: i % 9 === 0 ? 'Dos intérpretes en los puestos fronterizos.' : null,
  }));
  const stageOf = new Map(updates.map(({ commitmentId, stage }) => [commitmentId, stage]));
  const silent = new Set(
    commitments.filter(({ stateCode, number }) => stateCode === SILENT && number > 20).map(({ id }) => id),
  );
  const rows = base.others.rows
    .filter(kept)
    .map((row) => ({ ...row, explained: row.explained && !silent.has(row.id) }));
  const byId = new Map(updates.map((update) => [update.id, update]));
  const cells = rollup(
    rows.map(({ id, ...row }) => {
      const update = byId.get(row.updateId ?? '');
      return {
        ...row,
        commitmentId: id,
        stage: update?.stage ?? null,
        outlook: update?.outlook ?? null,
        percent: update?.percent ?? null,
        illustrative: (update?.illustrative.length ?? 0) > 0,
      };
    }),
    { sameKind: [], otherKind: [{ level: 'region', stateCode: '', areaKey: '', meanPercent: '41.0000' }] },
  );
  const facts = base.facts.filter(kept);
  const factIds = new Set(facts.map(({ id }) => id));
  const asked = facts.find(({ updateId }) => updateId !== null && byId.has(updateId));
  return {
    ...base,
    cells,
    updates,
    facts,
    figures: base.figures.filter(({ factId }) => factIds.has(factId)),
    others: {
      ...base.others,
      commitments,
      rows,
      plans: base.others.plans.filter(kept),
      explanations: base.others.explanations.filter(({ id }) =>
        rows.some((row) => row.id === id && row.explained),
      ),
      regional: [
        ...base.others.regional,
        {
          id: 'data_notes',
          content: [
            {
              stateCode: asked?.stateCode,
              check: 'sum',
              factId: asked?.id,
              about: asked?.code,
              detailEn: 'The parts do not give the whole.',
              detailEs: 'Las partes no dan el total.',
              answer: null,
              stands: true,
            },
          ],
        },
      ],
      previous: [
        previous('region', '', commitments.length, 120),
        ...base.others.states
          .filter(({ id }) => id !== NOTHING_OF)
          .map(({ id }) => previous('state', id, 33, 20)),
      ],
      earlier: updates.map(({ commitmentId }, i) => ({
        id: `other/${commitmentId}`,
        commitmentId,
        cycleKey: '2023-annual',
        stage: STAGES[i % STAGES.length]!,
        outlook: 'on_track' as const,
        percent: null,
      })),
      schedule: commitments
        .filter(({ number }) => number % 4 === 0)
        .map(({ id, code, number, stateCode }) => ({
          id,
          dueOn: stateCode === 'SV' ? null : number % 8 === 0 ? '2024-12-31' : '2024-06-30',
          // Fulfilled in an earlier cycle: no day of it passes.
          stage: number === 24 ? ('fulfilled' as const) : (stageOf.get(id) ?? null),
          milestones: [
            milestone(
              code,
              1,
              'Draft of the rules is with the ministry',
              'El proyecto de normas está en el ministerio',
              '2024-03-31',
              '100.00',
            ),
            milestone(
              code,
              2,
              'Rules are adopted',
              'Se aprueban las normas',
              '2024-05-31',
              number === 12 ? null : '100.00',
            ),
            milestone(
              code,
              3,
              'Offices apply the rules',
              'Las oficinas aplican las normas',
              stateCode === 'SV' ? '2025-03-31' : '2024-10-15',
              null,
            ),
          ],
        })),
    },
  };
}

const milestone = (
  code: string,
  n: number,
  titleEn: string,
  titleEs: string,
  dueOn: string,
  percent: string | null,
) => ({
  id: `${code}/${n}`,
  titleEn: `${titleEn} (${code})`,
  titleEs: `${titleEs} (${code})`,
  dueOn,
  percent,
});

const previous = (level: 'region' | 'state', stateCode: string, commitments: number, reported: number) => ({
  id: `other/${level}/${stateCode}/`,
  level,
  stateCode,
  areaKey: '',
  meanPercent: null,
  cycleKey: '2023-annual',
  commitments,
  reported,
});
