import { RegionalFiguresService, RegionalPlansService, WHOLE_REGION } from '#features/regional';
import { runAs, SYSTEM } from '#platform/http';
import {
  readAnnualMeetings,
  readGlossary,
  readPlanCounts,
  readRegional,
  readRegionalDocuments,
} from '../reference/index.js';
import type { SeedServices } from './seed.js';

/** The regional plan, meetings, documents and context. What is there already is left as people keep it. */
export async function seedRegional(services: SeedServices): Promise<void> {
  const plans = services.get(RegionalPlansService);
  const figures = services.get(RegionalFiguresService);
  await runAs(SYSTEM, async () => {
    await seedPlans(plans);
    await seedFigures(figures);
  });
}

async function seedPlans(service: RegionalPlansService): Promise<void> {
  const { year, actionPlan2024 } = readRegional();
  const meetings = new Set((await service.meetings({})).map(({ ordinal }) => ordinal));
  for (const { ordinal, ...meeting } of readAnnualMeetings())
    if (!meetings.has(ordinal)) await service.putMeeting(SYSTEM, ordinal, meeting, 0);
  const documents = new Set((await service.documents({})).map(({ key }) => key));
  for (const { key, ...document } of readRegionalDocuments())
    if (!documents.has(key)) await service.putDocument(SYSTEM, key, document, 0);
  if ((await service.plans({ year })).length === 0) await service.putPlan(SYSTEM, year, actionPlan2024, 0);
}

async function seedFigures(service: RegionalFiguresService): Promise<void> {
  const { year, contextFigures } = readRegional();
  const figures = new Set((await service.figures({ year })).map(({ key }) => key));
  for (const { key, ...figure } of contextFigures)
    if (!figures.has(key)) await service.putFigure(SYSTEM, year, key, figure, 0);
  const places = new Set((await service.counts()).map(({ place }) => place));
  const { states, otherRegionalTotal } = readPlanCounts();
  const counts = [
    ...states.map(({ stateCode: place, areaSplit, otherTotals, caveatEn, caveatEs, sources }) => ({
      ...{ place, areaSplit, caveatEn, caveatEs, sources },
      otherTotals: otherTotals.map((total) => ({ ...total, qualifier: 'exact' as const })),
    })),
    {
      ...{ place: WHOLE_REGION, areaSplit: [], otherTotals: [otherRegionalTotal] },
      sources: [otherRegionalTotal.source],
    },
  ];
  for (const { place, ...count } of counts)
    if (!places.has(place)) await service.putCount(SYSTEM, place, count, 0);
  const known = new Set((await service.acronyms({})).map(({ place, acronym }) => `${place} ${acronym}`));
  for (const { stateCode, institutionKey: institution, kind, ...term } of readGlossary()) {
    const place = stateCode ?? WHOLE_REGION;
    if (!known.has(`${place} ${term.acronym}`))
      await service.putAcronym(SYSTEM, { ...term, place, kind, institution }, 0);
  }
}
