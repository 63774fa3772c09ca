import { createHash } from 'node:crypto';
import { type RollupRow, rollup, type SnapshotContent, type SnapshotRow } from '#features/rollups';
import {
  type AssessmentSeed,
  type FactSeed,
  readAssessments2024,
  readFacts2024,
} from '../../seeds/demo/index.js';
import {
  readAnnualMeetings,
  readAreas,
  readGlossary,
  readInstitutions,
  readMexicoPlan,
  readPlanCounts,
  readPresidencies,
  readRegional,
  readRegionalDocuments,
  readStates,
  readTemplate,
} from '../../seeds/reference/index.js';

/** A stable uuid for a name, so that the same seeds give the same content. */
export const idOf = (name: string): string =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

const CYCLES = {
  annual: {
    key: '2024-annual',
    factsFrom: '2024-01-01',
    factsTo: '2024-09-30',
    opensOn: '2024-08-15',
    dueOn: '2024-10-04',
    reviewByOn: '2024-10-18',
    cutoffOn: '2024-10-31',
  },
  mid_year: {
    key: '2024-mid_year',
    factsFrom: '2024-01-01',
    factsTo: '2024-06-30',
    opensOn: '2024-06-03',
    dueOn: '2024-07-12',
    reviewByOn: '2024-07-26',
    cutoffOn: '2024-08-09',
  },
} as const;

/**
 * What the snapshot of a 2024 cycle holds, made from the seeds without a database: the 33 commitments of each State, the
 * demo's assessments, the facts of the cycle (of the whole year in the annual one) and the regional layer.
 */
export function snapshot2024(kind: 'annual' | 'mid_year'): SnapshotContent {
  const cycle = { id: idOf(CYCLES[kind].key), year: 2024, kind, ...CYCLES[kind] };
  const assessments = readAssessments2024();
  const ofCycle = (each: { cycle: string }): boolean => each.cycle === cycle.key;
  const commitments = readStates().flatMap(({ code }) => commitmentsOf(code));
  const updates = assessments.updates.filter(ofCycle).map((seed) => update(seed, commitments));
  const explained = assessments.explanations.filter(ofCycle);
  const rows: RollupRow[] = commitments.map((commitment) => {
    const own = updates.find(({ commitmentId }) => commitmentId === commitment.id);
    return {
      commitmentId: commitment.id,
      updateId: own?.id ?? null,
      stateCode: commitment.stateCode,
      areaKey: commitment.areaKey,
      sharedAreaKey: commitment.areaKey,
      weight: null,
      stage: own?.stage ?? null,
      outlook: own?.outlook ?? null,
      percent: own?.percent ?? null,
      reported: own !== undefined,
      carriedForward: false,
      explained: explained.some((each) => commitmentId(each.stateCode, each.number) === commitment.id),
      illustrative: (own?.illustrative.length ?? 0) > 0,
    };
  });
  const facts = readFacts2024().facts.filter((fact) => kind === 'annual' || ofCycle(fact));
  return {
    format: 1,
    cycle,
    cells: rollup(rows),
    updates,
    facts: facts.map(fact),
    figures: facts.flatMap(figures),
    others: {
      ...frame(commitments),
      rows: rows.map(frozenRow),
      previous: [],
      schedule: [],
      earlier: [],
      explanations: explained.map((each) => ({ ...each, id: commitmentId(each.stateCode, each.number) })),
    },
  } as unknown as SnapshotContent;
}

const commitmentId = (state: string, number: number): string => idOf(`commitment ${state} ${number}`);

function commitmentsOf(stateCode: string) {
  const own = stateCode === 'MX' ? readMexicoPlan().commitments : readTemplate().commitments;
  const named = new Map(readInstitutions().map((institution) => [institution.key, institution]));
  return own.map((seed) => ({
    id: commitmentId(stateCode, seed.number),
    code: `${stateCode}-${String(seed.number).padStart(2, '0')}`,
    stateCode,
    number: seed.number,
    areaKey: seed.areaKey,
    titleEn: seed.titleEn,
    titleEs: seed.titleEs,
    summaryEn: seed.summaryEn,
    summaryEs: seed.summaryEs,
    institutions: ('institutions' in seed
      ? (seed.institutions as { key: string; role: 'lead' | 'partner' }[])
      : []
    ).flatMap(({ key, role }) => {
      const institution = named.get(key);
      return institution
        ? [{ role, acronym: institution.acronym, nameEn: institution.nameEn, nameEs: institution.nameEs }]
        : [];
    }),
  }));
}

const updateId = (cycle: string, state: string, number: number): string =>
  idOf(`update ${cycle} ${state} ${number}`);

function update(seed: AssessmentSeed, commitments: { id: string; areaKey: string }[]) {
  const id = commitmentId(seed.stateCode, seed.number);
  return {
    ...seed,
    id: updateId(seed.cycle, seed.stateCode, seed.number),
    commitmentId: id,
    areaKey: commitments.find((each) => each.id === id)?.areaKey ?? '',
    revision: 1,
    percent: seed.percent === null ? null : seed.percent.toFixed(2),
    revisionReason: null,
    authorId: null,
    submittedAt: '2024-10-01T15:00:00+00:00',
    approvedAt: '2024-10-05T15:00:00+00:00',
    approvedBy: null,
    evidence: [],
  };
}

const factId = (code: string): string => idOf(`fact ${code}`);

const fact = (seed: FactSeed) => ({
  ...seed,
  id: factId(seed.code),
  updateId: seed.ownerCommitment === null ? null : updateId(seed.cycle, seed.stateCode, seed.ownerCommitment),
  commitments: seed.commitments.map(({ number, match }) => ({
    commitmentId: commitmentId(seed.stateCode, number),
    match,
  })),
});

const figures = (seed: FactSeed) =>
  seed.figures.map((figure, position) => ({
    ...figure,
    id: idOf(`figure ${seed.code} ${position}`),
    factId: factId(seed.code),
    position,
    value: figure.value === null ? null : String(figure.value),
    source: null,
  }));

const frozenRow = (row: RollupRow): SnapshotRow => ({
  id: row.commitmentId,
  updateId: row.updateId,
  stateCode: row.stateCode,
  areaKey: row.areaKey,
  sharedAreaKey: row.sharedAreaKey,
  weight: row.weight === null ? null : String(row.weight),
  reported: row.reported,
  carriedForward: row.carriedForward,
  explained: row.explained,
});

function frame(commitments: unknown[]) {
  const counts = readPlanCounts().states;
  const template = readTemplate();
  return {
    presidencies: readPresidencies()
      .filter(({ year }) => year === 2024)
      .map(({ stateCode, year, startsOn, endsOn }) => ({
        id: idOf(`presidency ${year}`),
        stateCode,
        year,
        startsOn,
        endsOn,
      })),
    states: readStates().map(({ code, ...state }) => ({ id: code, ...state })),
    areas: readAreas().areas.map(({ key, ...area }) => ({ id: key, ...area })),
    plans: counts.map(({ stateCode, publishedCommitments, sources }) => ({
      id: idOf(`plan ${stateCode}`),
      stateCode,
      versionNumber: 1,
      ...(stateCode === 'MX'
        ? {
            titleEn: readMexicoPlan().titleEn,
            titleEs: readMexicoPlan().titleEs,
            basis: 'own',
            noteEn: null,
            noteEs: null,
          }
        : {
            titleEn: template.titleEn,
            titleEs: template.titleEs,
            basis: 'regional_template',
            noteEn: template.noteEn,
            noteEs: template.noteEs,
          }),
      publishedCommitments,
      publishedSource: sources[0] ?? null,
    })),
    commitments,
    institutions: readInstitutions().map(({ key, acronym, nameEn, nameEs }) => ({
      id: key,
      acronym,
      nameEn,
      nameEs,
    })),
    regional: Object.entries(layerOf2024()).map(([id, content]) => ({ id, content })),
  };
}

/** The sections that rooms tell from their rows, as their seeds give them. */
function layerOf2024(): Record<string, unknown> {
  const regional = readRegional();
  const documents = readRegionalDocuments();
  const { noteEn, noteEs, ...plan } = regional.actionPlan2024;
  const layerDocument = (key: string) => {
    const {
      titleEn,
      titleEs,
      placeEn,
      placeEs,
      adoptedPrecision: precision,
      ...rest
    } = documents.find((each) => each.key === key) ?? documents[0]!;
    return { ...rest, precision, title: { en: titleEn, es: titleEs }, place: { en: placeEn, es: placeEs } };
  };
  const charter = documents.find(({ kind }) => kind === 'charter')!;
  const { states, sum, otherRegionalTotal } = readPlanCounts();
  return {
    context_figures: regional.contextFigures,
    action_plan: {
      ...plan,
      documents: plan.documents.map(layerDocument),
      note: { en: noteEn, es: noteEs },
    },
    statutory_charter: {
      approvedOn: charter.adoptedOn,
      content: charter.content,
      note: { en: charter.noteEn, es: charter.noteEs },
      sources: charter.sources,
    },
    annual_meetings: readAnnualMeetings()
      .filter(({ year }) => year <= regional.year)
      .map(({ heldPrecision, ...meeting }) => {
        const adopted = documents.filter((each) => each.meeting === meeting.ordinal);
        return {
          ...meeting,
          number: ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][meeting.ordinal - 1],
          precision: heldPrecision ?? 'unknown',
          outcomeEn: adopted.map(({ titleEn }) => titleEn).join('; ') || null,
          outcomeEs: adopted.map(({ titleEs }) => titleEs).join('; ') || null,
        };
      }),
    plan_counts: { states, sum, otherRegionalTotals: [otherRegionalTotal] },
    glossary: readGlossary(),
    pledges: regional.pledges2023,
    teams: regional.teams,
    team_leads: regional.teamLeadsByYear,
    mirps_fund: regional.mirpsFund,
    quantification: regional.quantification,
    dialogue_mechanisms: regional.dialogueMechanisms,
    support_platform: regional.supportPlatform,
    oas_events: regional.oasEvents,
    good_practice_projects: regional.goodPracticeProjects,
  };
}
