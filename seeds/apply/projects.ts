import { ProgrammesService, ProjectsService } from '#features/projects';
import { runAs, SYSTEM } from '#platform/http';
import { readRegional } from '../reference/index.js';
import type { ProjectSeed } from '../reference/regional.content.js';
import type { SeedServices } from './seed.js';

/**
 * The MIRPS Fund and the Good Practice Implementation Projects with what each source reported of their projects. Projects
 * that are there already are left as people keep them.
 */
export async function seedProjects(services: SeedServices): Promise<void> {
  const { mirpsFund: fund, goodPracticeProjects: practices } = readRegional();
  await runAs(SYSTEM, async () => {
    const programmes = services.get(ProgrammesService);
    await programmes.put(SYSTEM, {
      key: 'mirps_fund',
      name: { en: 'MIRPS Fund', es: 'Fondo MIRPS' },
      manager: fund.managedBy,
      donor: fund.donor,
      donorNote: fund.donorNote,
      amount: { value: fund.donorAmount.value.toFixed(2), currency: fund.donorAmount.currency },
      beneficiariesExpected: fund.beneficiariesExpected,
      beneficiariesQualifier: fund.beneficiariesExpectedQualifier,
      legalBasis: fund.legalBasis,
      notes: fund.notes,
      sources: fund.sources,
    });
    await programmes.put(SYSTEM, {
      key: 'good_practice_projects',
      name: {
        en: 'Good Practice Implementation Projects',
        es: 'Proyectos de Implementación de Buenas Prácticas',
      },
      donor: practices.donor,
      donorNote: practices.donorNote,
      committee: practices.committee,
      followUp: practices.followUp,
      notes: [practices.note],
      sources: practices.sources,
    });
    for (const [programme, projects] of [
      ['mirps_fund', fund.projects],
      ['good_practice_projects', practices.projects],
    ] as const)
      await enter(services.get(ProjectsService), programme, projects);
  });
}

async function enter(service: ProjectsService, programme: string, seeds: ProjectSeed[]): Promise<void> {
  const { items } = await service.list({ programme, limit: 200 });
  const known = new Set(items.map(({ key }) => key));
  for (const seed of seeds) {
    if (known.has(seed.key)) continue;
    const { id } = await service.create(SYSTEM, {
      key: seed.key,
      programme,
      state: seed.stateCode,
      executingEntity: seed.executingEntity,
      titleEn: seed.title.en,
      titleEs: seed.title.es,
      expectedEndOn: seed.expectedEndOn,
      expectedEndPrecision: seed.expectedEndPrecision,
      beneficiariesExpected: seed.beneficiariesExpected,
      beneficiariesQualifier: seed.beneficiariesQualifier,
      furtherBeneficiaries: seed.furtherBeneficiaries ?? [],
      noteEn: seed.note?.en ?? null,
      noteEs: seed.note?.es ?? null,
      commitments: seed.commitments,
      sources: seed.sources,
    });
    for (const report of seed.reports) await service.report(SYSTEM, id, report);
  }
}
