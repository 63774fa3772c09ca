import { Inject, Injectable } from '@nestjs/common';
import { type CycleDto, CyclesService } from '#features/cycles';
import { type AccessObject } from '#features/identity';
import { Database } from '#platform/database';
import { notFound } from '#platform/http';
import { type Desk, SECTION, type SectionState } from './edition.vocabulary.js';
import { type ChapterState, type PlannedSection, sectionsOf } from './section.plan.js';
import { PRESIDING, SECTION_ROWS } from './sections.queries.js';

/** A section of a cycle as it stands, written or not. */
export interface Section {
  planned: PlannedSection;
  desk: Desk;
  stateCode: string | null;
  teamKey: string | null;
  state: SectionState;
  textEn: string;
  textEs: string;
  /** What the Secretariat asked to be changed. */
  note: string | null;
  /** 0 until somebody writes. */
  version: number;
  updatedAt: Date | null;
  updatedBy: string | null;
  /** What the policy must know of it. */
  object: AccessObject;
}

type Row = Omit<Section, 'planned' | 'object'> & { key: string; [column: string]: unknown };

/** Finds the sections of a cycle's report: those of the plan, with what people wrote. */
@Injectable()
export class SectionShelf {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CyclesService) private readonly cycles: CyclesService,
  ) {}

  /** All of them in the order of the report. @throws DomainError not_found without such a cycle */
  async all(cycleKey: string): Promise<{ cycle: CycleDto; sections: Section[] }> {
    const cycle = await this.cycles.get(cycleKey);
    const states = await this.database.query<ChapterState & Record<string, unknown>>(
      'SELECT code AS id, name_en AS "nameEn", name_es AS "nameEs" FROM states ORDER BY position, code',
    );
    const rows = await this.database.query<Row>(SECTION_ROWS, [cycle.id, null]);
    const presiding = await this.database.one<{ stateCode: string }>(PRESIDING, [cycle.id]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const sections = sectionsOf(cycle.kind, states).map((planned) =>
      sectionOf(planned, byKey.get(planned.key), presiding?.stateCode ?? null),
    );
    return { cycle, sections };
  }

  /** @throws DomainError not_found */
  async one(cycleKey: string, key: string): Promise<{ cycle: CycleDto; section: Section }> {
    const { cycle, sections } = await this.all(cycleKey);
    const section = sections.find(({ planned }) => planned.key === key);
    if (!section) throw notFound(SECTION);
    return { cycle, section };
  }
}

function sectionOf(planned: PlannedSection, row: Row | undefined, presiding: string | null): Section {
  const desk = row?.desk ?? planned.desk;
  const stateCode = row ? row.stateCode : planned.stateCode;
  const teamKey = row?.teamKey ?? null;
  return {
    planned,
    desk,
    stateCode,
    teamKey,
    state: row?.state ?? 'missing',
    textEn: row?.textEn ?? '',
    textEs: row?.textEs ?? '',
    note: row?.note ?? null,
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
    updatedBy: row?.updatedBy ?? null,
    object: { stateCode: desk === 'presidency' ? presiding : stateCode, teamKey },
  };
}
