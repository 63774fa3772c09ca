import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import type { Qualifier } from '#features/progress';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, invalid } from '#platform/http';
import { PROGRAMME_SECTIONS, SECTION_PROJECTS } from './project.queries.js';
import type { ProjectSummaryDto } from './project.dto.js';

/** What is known of a programme; `manager`, `donor` and `committee` are keys of institutions. */
export interface ProgrammeContent {
  key: string;
  name: Bilingual;
  manager?: string | null;
  donor?: string | null;
  donorNote?: Bilingual | null;
  amount?: { value: string; currency: string } | null;
  beneficiariesExpected?: number | null;
  beneficiariesQualifier?: Qualifier | null;
  legalBasis?: Bilingual | null;
  followUp?: Bilingual | null;
  committee?: string[];
  notes?: Bilingual[];
  sources: string[];
}

const UPSERT = `
  INSERT INTO programmes AS g (key, name_en, name_es, manager_id, donor_id, donor_note_en, donor_note_es, amount, currency,
                               beneficiaries_expected, beneficiaries_qualifier, legal_basis_en, legal_basis_es, follow_up_en, follow_up_es,
                               committee, notes, sources)
  VALUES ($1, $2, $3, (SELECT id FROM institutions WHERE key = $4), (SELECT id FROM institutions WHERE key = $5), $6, $7, $8, $9, $10, $11,
          $12, $13, $14, $15, $16, $17, $18)
  ON CONFLICT (key) DO UPDATE SET name_en = excluded.name_en, name_es = excluded.name_es, manager_id = excluded.manager_id,
         donor_id = excluded.donor_id, donor_note_en = excluded.donor_note_en, donor_note_es = excluded.donor_note_es,
         amount = excluded.amount, currency = excluded.currency, beneficiaries_expected = excluded.beneficiaries_expected,
         beneficiaries_qualifier = excluded.beneficiaries_qualifier, legal_basis_en = excluded.legal_basis_en,
         legal_basis_es = excluded.legal_basis_es, follow_up_en = excluded.follow_up_en, follow_up_es = excluded.follow_up_es,
         committee = excluded.committee, notes = excluded.notes, sources = excluded.sources
   WHERE (g.*) IS DISTINCT FROM (excluded.*)`;

interface SectionRow extends Record<string, unknown> {
  key: string;
  nameEn: string;
  nameEs: string;
  manager: string | null;
  donor: string | null;
  donorNoteEn: string | null;
  donorNoteEs: string | null;
  amount: number | null;
  currency: string | null;
  beneficiariesExpected: number | null;
  beneficiariesQualifier: Qualifier | null;
  legalBasisEn: string | null;
  legalBasisEs: string | null;
  followUpEn: string | null;
  followUpEs: string | null;
  committee: string[];
  notes: Bilingual[];
  sources: string[];
}

type ProjectRow = ProjectSummaryDto & {
  noteEn: string | null;
  noteEs: string | null;
  sources: string[];
  codes: string[];
} & Record<string, unknown>;

/** Sources of projects, and what a year's report tells of them. */
@Injectable()
export class ProgrammesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Makes a programme known or corrects it; the same content again changes nothing. @throws DomainError forbidden, invalid */
  async put(actor: Actor, programme: ProgrammeContent): Promise<void> {
    this.access.assertMay(actor, 'project.write', {});
    await this.database.transaction(async () => {
      const keys = [programme.manager, programme.donor].filter((key) => typeof key === 'string');
      const known = await this.database.query<{ key: string }>(
        'SELECT key FROM institutions WHERE key = ANY ($1)',
        [keys],
      );
      if (known.length < new Set(keys).size)
        throw invalid('donor', {
          en: 'names an institution that is not known',
          es: 'nombra una institución que no se conoce',
        });
      const changed = await this.database.execute(UPSERT, [
        programme.key,
        programme.name.en,
        programme.name.es,
        programme.manager ?? null,
        programme.donor ?? null,
        programme.donorNote?.en ?? null,
        programme.donorNote?.es ?? null,
        programme.amount?.value ?? null,
        programme.amount?.currency ?? null,
        programme.beneficiariesExpected ?? null,
        programme.beneficiariesQualifier ?? null,
        programme.legalBasis?.en ?? null,
        programme.legalBasis?.es ?? null,
        programme.followUp?.en ?? null,
        programme.followUp?.es ?? null,
        programme.committee ?? [],
        JSON.stringify(programme.notes ?? []),
        programme.sources,
      ]);
      if (changed > 0)
        await this.audit.record({
          action: 'programme.put',
          entity: 'programme',
          entityId: programme.key,
          after: programme,
        });
    });
  }

  /** One section for each programme that has projects, by its key. */
  async sectionsOf(year: number): Promise<{ id: string; content: unknown }[]> {
    if (year < FIRST_YEAR) return [];
    const programmes = await this.database.jsonRows<SectionRow>(PROGRAMME_SECTIONS);
    const projects = await this.database.jsonRows<ProjectRow>(SECTION_PROJECTS);
    return programmes.map((programme) => ({
      id: SECTION_KEYS.has(programme.key) ? programme.key : `programme_${programme.key}`,
      content: {
        name: { en: programme.nameEn, es: programme.nameEs },
        managedBy: programme.manager,
        donor: programme.donor,
        donorNote: both(programme.donorNoteEn, programme.donorNoteEs),
        donorAmount:
          programme.amount === null ? null : { value: programme.amount, currency: programme.currency },
        beneficiariesExpected: programme.beneficiariesExpected,
        beneficiariesExpectedQualifier: programme.beneficiariesQualifier,
        legalBasis: both(programme.legalBasisEn, programme.legalBasisEs),
        followUp: both(programme.followUpEn, programme.followUpEs),
        committee: programme.committee,
        notes: programme.notes,
        projects: projects.filter(({ programme: key }) => key === programme.key).map(projectContent),
        sources: programme.sources,
      },
    }));
  }
}

/** Projects are kept as they stand now; no report of before the product's first year tells of them. */
const FIRST_YEAR = 2024;

/** Programmes that the reports knew before any other could be added. */
const SECTION_KEYS: ReadonlySet<string> = new Set(['mirps_fund', 'good_practice_projects']);

/** A text that a source gave in one language only stands in both. */
const both = (en: string | null, es: string | null): Bilingual | null => {
  const said = en ?? es;
  return said === null ? null : { en: en ?? said, es: es ?? said };
};

const projectContent = (project: ProjectRow) => ({
  key: project.key,
  stateCode: project.state,
  executingEntity: project.executingEntity,
  title: { en: project.titleEn, es: project.titleEs },
  amount: project.amount === null ? null : { value: Number(project.amount), currency: project.currency },
  percentCompleteReported: project.percent,
  percentAsOf: project.percentAsOf,
  percentPrecision: project.percentPrecision,
  status: both(project.statusEn, project.statusEs),
  expectedEndOn: project.expectedEndOn,
  expectedEndPrecision: project.expectedEndPrecision,
  beneficiariesExpected: project.beneficiariesExpected,
  furtherBeneficiaries: project.furtherBeneficiaries,
  reached: project.reached,
  note: both(project.noteEn, project.noteEs),
  commitments: project.codes,
  sources: project.sources,
});
