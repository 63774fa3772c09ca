import type {
  CommitmentContent,
  PlanContent,
  PlansQueries,
  PlansService,
  PlanTemplatesService,
} from '#features/plans';
import type { ReferenceService } from '#features/states';
import { runAs, SYSTEM } from '#platform/http';
import {
  readAreas,
  readInstitutions,
  readMexicoPlan,
  readPlanCounts,
  readPopulationGroups,
  readPresidencies,
  readStates,
  readTemplate,
  type StatePlanSeed,
} from '../reference/index.js';

/** The services that the reference data goes through. */
export interface ReferenceServices {
  reference: ReferenceService;
  templates: PlanTemplatesService;
  plans: PlansService;
  planQueries: PlansQueries;
}

/** Key of the template that a plan of any State can start from. */
export const REGIONAL_TEMPLATE = 'regional';

/**
 * The region as it is: States, areas, institutions, Presidencies and words; the regional template; the adopted plans, that
 * of Mexico in its own words and the others from the template. Repeating it adds what is missing, corrects reference
 * data and leaves every plan alone that is there already.
 */
export function seedReference(services: ReferenceServices): Promise<void> {
  return runAs(SYSTEM, async () => {
    const mexico = readMexicoPlan();
    await services.reference.apply({
      states: readStates(),
      areas: readAreas().areas,
      presidencies: readPresidencies(),
      institutions: readInstitutions(),
      terms: [
        ...readPopulationGroups().map((term, index) => ({
          ...term,
          list: 'population' as const,
          position: index + 1,
        })),
        ...mexico.actionModes.map((term, index) => ({
          ...term,
          list: 'action_mode' as const,
          position: index + 1,
        })),
      ],
    });
    const { titleEn, titleEs, noteEn, noteEs, commitments } = readTemplate();
    const template = { titleEn, titleEs, noteEn, noteEs, commitments: commitments.map(contentOf) };
    await services.templates.put(SYSTEM, REGIONAL_TEMPLATE, template);

    const names = new Map(readStates().map((state) => [state.code, state]));
    for (const counts of readPlanCounts().states) {
      const name = names.get(counts.stateCode);
      if (!name) throw new Error(`The plan of ${counts.stateCode} belongs to no State`);
      const published = publishedIn(counts);
      const content: PlanContent =
        counts.stateCode === mexico.stateCode
          ? {
              ...published,
              titleEn: mexico.titleEn,
              titleEs: mexico.titleEs,
              noteEn: `${mexico.asOfEn}. ${mexico.numberingNoteEn}`,
              noteEs: `${mexico.asOfEs}. ${mexico.numberingNoteEs}`,
              commitments: mexico.commitments.map(contentOf),
            }
          : {
              ...published,
              titleEn: `National Action Plan of ${name.nameEn} (MIRPS)`,
              titleEs: `Plan de Acción Nacional de ${name.nameEs} (MIRPS)`,
              template: REGIONAL_TEMPLATE,
            };
      await adoptOnce(services, content);
    }
  });
}

/** No source gives a day of adoption, so it stays unknown. */
async function adoptOnce({ plans, planQueries }: ReferenceServices, content: PlanContent): Promise<void> {
  const [newest] = await planQueries.list(SYSTEM, { state: content.stateCode });
  if (newest) return;
  const draft = await plans.create(SYSTEM, content);
  await plans.adopt(SYSTEM, draft.id, draft.version, { adoptedOn: null });
}

/** The words of a commitment without what the seeds say about them. */
function contentOf(seed: CommitmentContent): CommitmentContent {
  const {
    areaKey,
    titleEn,
    titleEs,
    summaryEn,
    summaryEs,
    actionMode,
    targetGroups,
    institutions = [],
  } = seed;
  return {
    ...{ areaKey, titleEn, titleEs, summaryEn, summaryEs, actionMode, targetGroups },
    institutions: institutions.map(({ key, role, basis, basisNoteEn, basisNoteEs }) => ({
      key,
      role,
      basis,
      basisNoteEn,
      basisNoteEs,
    })),
  };
}

const publishedIn = (counts: StatePlanSeed) => ({
  stateCode: counts.stateCode,
  publishedCommitments: counts.publishedCommitments,
  publishedSource: counts.sources.join(' · '),
  publishedSourceUrl: counts.sources.find((source) => source.startsWith('http')) ?? null,
  publishedNoteEn: counts.caveatEn,
  publishedNoteEs: counts.caveatEs,
});
