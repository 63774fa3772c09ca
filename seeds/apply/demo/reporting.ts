import { CyclesService, ExplanationsService, SubmissionsService } from '#features/cycles';
import { type CreateUpdate, type FactContent, FactsService, ProgressService } from '#features/progress';
import type { FixedClock } from '#platform/clock';
import { type Actor, runAs } from '#platform/http';
import {
  type AssessmentSeed,
  type FactSeed,
  readAssessments2024,
  readFacts2024,
  readPeople,
} from '../../demo/index.js';
import type { SeedServices } from '../seed.js';
import type { Cast } from './cast.js';
import type { CommitmentIndex } from './commitment-index.js';
import type { DemoCycle } from './cycles.js';

export interface Stage {
  services: SeedServices;
  clock: FixedClock;
  cast: Cast;
  index: CommitmentIndex;
  cycle: DemoCycle;
}

/** One cycle from its opening until every State is accepted and the review has begun. */
export async function reportCycle(stage: Stage): Promise<void> {
  const { services, clock, cast, cycle } = stage;
  const cycles = services.get(CyclesService);
  await openCycle(stage);
  const facts = readFacts2024().facts.filter((fact) => fact.cycle === cycle.seedKey);
  for (const assessment of readAssessments2024().updates.filter((update) => update.cycle === cycle.seedKey))
    await reportUpdate(stage, assessment, facts);
  for (const fact of facts.filter(({ ownerCommitment }) => ownerCommitment === null))
    await reportFreeFact(stage, fact);
  await explain(stage);
  await submitStates(stage);

  clock.set(new Date(cycle.acts.accepted));
  const secretariat = cast.holder('secretariat', null, clock.now());
  await runAs(secretariat, () => cycles.startReview(secretariat, cycle.key));
  const presidency = cast.holder('presidency', null, clock.now());
  for (const stateCode of statesOf())
    await runAs(presidency, () => services.get(SubmissionsService).accept(presidency, cycle.key, stateCode));
  clock.set(new Date(cycle.acts.endorsed));
}

export async function openCycle({ services, clock, cast, cycle }: Stage): Promise<void> {
  clock.set(new Date(cycle.acts.opened));
  const secretariat = cast.holder('secretariat', null, clock.now());
  const cycles = services.get(CyclesService);
  await runAs(secretariat, async () => {
    await cycles.create(secretariat, { year: cycle.year, kind: cycle.kind, ...cycle.days });
    await cycles.open(secretariat, cycle.key);
  });
}

/** Drafted and submitted by the focal point, returned once where the seed says so, approved by the coordinator. */
async function reportUpdate(stage: Stage, seed: AssessmentSeed, facts: readonly FactSeed[]): Promise<void> {
  const { services, clock, cast, cycle } = stage;
  const progress = services.get(ProgressService);
  clock.set(new Date(cycle.acts.reported));
  const author = focalPointOf(stage, seed.stateCode, seed.number);
  const { id } = await runAs(author, async () => {
    const draft = await progress.createDraft(author, updateOf(stage, seed, facts));
    return progress.submit(author, draft.id);
  });
  clock.set(new Date(cycle.acts.reviewed));
  const coordinator = cast.holder('national_coordinator', seed.stateCode, clock.now());
  const reason = coordinator.lang === 'en' ? seed.returnReasonEn : seed.returnReasonEs;
  if (reason) {
    await runAs(coordinator, () => progress.returnForChanges(coordinator, id, reason));
    await runAs(author, () => progress.submit(author, id));
  }
  await runAs(coordinator, () => progress.approve(coordinator, id));
}

function updateOf({ index, cycle }: Stage, seed: AssessmentSeed, facts: readonly FactSeed[]): CreateUpdate {
  const { stage, outlook, percent, percentSource, noChange, illustrative, stateCode, number } = seed;
  const own = facts.filter((fact) => fact.stateCode === stateCode && fact.ownerCommitment === number);
  return {
    ...{
      commitmentId: index.id(stateCode, number),
      cycleKey: cycle.key,
      stage,
      outlook,
      percent,
      percentSource,
      noChange,
      illustrative,
    },
    ...{
      narrativeEn: seed.narrativeEn,
      narrativeEs: seed.narrativeEs,
      challengesEn: seed.challengesEn,
      challengesEs: seed.challengesEs,
    },
    ...{ nextStepsEn: seed.nextStepsEn, nextStepsEs: seed.nextStepsEs },
    ...{ supportNeededEn: seed.supportNeededEn, supportNeededEs: seed.supportNeededEs },
    facts: own.map((fact) => factOf(index, fact)),
  };
}

function factOf(index: CommitmentIndex, fact: FactSeed): FactContent {
  const {
    code,
    kind,
    textEn,
    textEs,
    institutions,
    source,
    noteEn,
    noteEs,
    figures,
    stateCode,
    ownerCommitment,
  } = fact;
  const commitments = fact.commitments
    .filter(({ number }) => number !== ownerCommitment)
    .map(({ number, match }) => ({ commitmentId: index.id(stateCode, number), match }));
  return { code, kind, textEn, textEs, institutions, source, noteEn, noteEs, figures, commitments };
}

/** A fact that no commitment answers, told by a focal point of the State and approved by the coordinator. */
async function reportFreeFact(stage: Stage, fact: FactSeed): Promise<void> {
  const { services, clock, cast, index, cycle } = stage;
  const facts = services.get(FactsService);
  clock.set(new Date(cycle.acts.reported));
  const author = focalPointOf(stage, fact.stateCode, 1);
  const { areaKey, section, stateCode } = fact;
  const created = await runAs(author, () =>
    facts.create(author, { ...factOf(index, fact), cycleKey: cycle.key, stateCode, areaKey, section }),
  );
  await runAs(author, () => facts.submit(author, created.id));
  clock.set(new Date(cycle.acts.reviewed));
  const coordinator = cast.holder('national_coordinator', stateCode, clock.now());
  await runAs(coordinator, () => facts.approve(coordinator, created.id));
}

async function explain({ services, clock, cast, index, cycle }: Stage): Promise<void> {
  clock.set(new Date(cycle.acts.reviewed));
  for (const { stateCode, number, kind, textEn, textEs } of readAssessments2024().explanations.filter(
    (each) => each.cycle === cycle.seedKey,
  )) {
    const coordinator = cast.holder('national_coordinator', stateCode, clock.now());
    await runAs(coordinator, () =>
      services
        .get(ExplanationsService)
        .explain(coordinator, cycle.key, index.id(stateCode, number), { kind, textEn, textEs }),
    );
  }
}

async function submitStates({ services, clock, cast, cycle }: Stage): Promise<void> {
  clock.set(new Date(cycle.acts.submitted));
  for (const stateCode of statesOf()) {
    const coordinator = cast.holder('national_coordinator', stateCode, clock.now());
    await runAs(coordinator, () =>
      services.get(SubmissionsService).submit(coordinator, cycle.key, stateCode),
    );
  }
}

const statesOf = (): string[] => [...new Set(readPeople().focalPoints.map(({ stateCode }) => stateCode))];

/** Who reports on a commitment, as that person is on the day of the clock. @throws Error when nobody does */
export function focalPointOf({ cast, clock }: Stage, stateCode: string, number: number): Actor {
  const point = readPeople().focalPoints.find(
    (each) => each.stateCode === stateCode && each.number === number,
  );
  if (!point) throw new Error(`Commitment ${number} of ${stateCode} has no focal point.`);
  return cast.actor(point.email, clock.now());
}
