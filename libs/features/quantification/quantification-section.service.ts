import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import type { Actor, Bilingual } from '#platform/http';
import { gapsOf } from './quantification.gaps.js';

/** A gap as a source states it whole; `amount` null: the source gives none. `stateCode` null: the region. */
export interface StatedGapContent {
  key: string;
  year: number;
  stateCode: string | null;
  amount: { value: string; currency: string } | null;
  note: Bilingual;
  sources: string[];
}

interface GapRow extends Record<string, unknown> {
  key: string;
  year: number;
  stateCode: string | null;
  amount: number | null;
  currency: string | null;
  noteEn: string;
  noteEs: string;
  sources: string[];
}

const UPSERT = `
  INSERT INTO stated_gaps AS g (key, year, state_code, amount, currency, note_en, note_es, sources) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (key) DO UPDATE SET year = $2, state_code = $3, amount = $4, currency = $5, note_en = $6, note_es = $7, sources = $8
   WHERE (g.*) IS DISTINCT FROM (excluded.*)`;

/** In which reports tell the gap of their year. */
const CURRENCY = 'USD';

/** What a quantification is, as the sources describe it. */
const MODEL: Bilingual = {
  en: 'Costing of chosen commitments led by each State: total need, what the State pays and the gap left for cooperation. Activities are costed by area, by national teams from planning, finance and cooperation.',
  es: 'Costeo de compromisos escogidos, a cargo de cada Estado: necesidad total, lo que paga el Estado y la brecha para la cooperación. Las actividades se costean por área, con equipos nacionales de planificación, finanzas y cooperación.',
};

/** Gaps that others stated, and what a year's report tells of them. */
@Injectable()
export class QuantificationSection {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Keeps a gap that a source states; the same content again changes nothing. @throws DomainError forbidden */
  async put(actor: Actor, gap: StatedGapContent): Promise<void> {
    this.access.assertMay(actor, 'quantification.write', { stateCode: gap.stateCode });
    await this.database.transaction(async () => {
      const { key, year, stateCode, amount, note, sources } = gap;
      const values = [
        key,
        year,
        stateCode,
        amount?.value ?? null,
        amount?.currency ?? null,
        note.en,
        note.es,
        sources,
      ];
      if ((await this.database.execute(UPSERT, values)) > 0)
        await this.audit.record({
          action: 'stated_gap.put',
          entity: 'stated_gap',
          entityId: key,
          after: gap,
        });
    });
  }

  /** The section `quantification`: what was stated until the year and the gap counted for it, in the shape that reports read. */
  async sectionsOf(year: number): Promise<{ id: string; content: unknown }[]> {
    const gaps = await this.database.jsonRows<GapRow>(
      `SELECT key, year, state_code AS "stateCode", amount, currency, note_en AS "noteEn", note_es AS "noteEs", sources
         FROM stated_gaps WHERE year <= $1 ORDER BY year, key`,
      [year],
    );
    const counted = await gapsOf(this.database, year, CURRENCY);
    if (gaps.length === 0 && counted.length === 0) return [];
    const region = gaps.filter(({ stateCode }) => stateCode === null);
    const first = region.find(({ amount }) => amount !== null);
    const later = region.find((gap) => gap !== first && gap.year > (first?.year ?? 0));
    const mexico = gaps.find(({ stateCode }) => stateCode === 'MX');
    const content = {
      model: MODEL,
      first: first?.year ?? null,
      updated: later?.year ?? null,
      updateNote: words(later),
      gap2019: first ? { value: first.amount, currency: first.currency } : null,
      gapScope: words(first),
      mexico2020: words(mexico),
      gaps,
      ...(counted.length > 0 ? { counted: { year, currency: CURRENCY, rows: counted } } : {}),
      sources: [...new Set(gaps.flatMap(({ sources }) => sources))],
    };
    return [{ id: 'quantification', content }];
  }
}

const words = (gap: GapRow | undefined): Bilingual | null =>
  gap ? { en: gap.noteEn, es: gap.noteEs } : null;
