import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import type { AcronymInput, AcronymsQuery, AcronymView } from './acronym.dto.js';
import type {
  ContextFigureBody,
  ContextFiguresQuery,
  ContextFigureView,
  PublishedCountBody,
  PublishedCountView,
} from './regional-figures.dto.js';
import { acronymsImport, contextFiguresImport } from './regional-figures.import.js';
import { ACRONYMS, COUNTS, FIGURES } from './regional.queries.js';
import { acronymProblems, contextFigureProblems, countProblems } from './regional.rules.js';
import { RegionalWriter, type Row } from './regional-writer.js';

const figure = (year: number, key: string): Row => ({
  ...{ entity: 'context_figure', id: `${year}:${key}` },
  name: { en: 'figure of the context', es: 'la cifra del contexto' },
  by: 'key',
  read: [FIGURES, [year, key]],
});

const count = (place: string): Row => ({
  ...{ entity: 'published_count', id: place },
  name: { en: 'published count', es: 'el recuento publicado' },
  by: 'place',
  read: [COUNTS, [place]],
});

const acronymOf = ({ place, acronym }: AcronymInput): Row => ({
  ...{ entity: 'acronym', id: `${place}:${acronym}` },
  name: { en: 'acronym', es: 'la sigla' },
  by: 'acronym',
  read: [ACRONYMS, [place, acronym]],
});

/** Figures of the regional context, published numbers of commitments, and acronyms. */
@Injectable()
export class RegionalFiguresService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionalWriter) private readonly writer: RegionalWriter,
  ) {}

  /** In their order, the newest year first. */
  figures({ year }: ContextFiguresQuery): Promise<ContextFigureView[]> {
    return this.database.jsonRows<ContextFigureView & Record<string, unknown>>(FIGURES, [year ?? null, null]);
  }

  /** @throws DomainError not_found */
  figure(year: number, key: string): Promise<ContextFigureView> {
    return this.writer.read(figure(year, key));
  }

  /** Writes a figure. @param seen as in `RegionalWriter` @throws DomainError forbidden, invalid, stale */
  putFigure(
    actor: Actor,
    year: number,
    key: string,
    body: ContextFigureBody,
    seen?: number,
  ): Promise<ContextFigureView> {
    return this.writer.put(actor, {
      ...figure(year, key),
      seen,
      check: () => contextFigureProblems(body),
      write: () =>
        this.database.execute(
          `INSERT INTO context_figures (year, key, position, label_en, label_es, value, value_state, value_type, qualifier, basis, role, unit_en,
                  unit_es, window_start, window_end, window_text_en, window_text_es, as_of, disaggregation, note_en, note_es, sources)
           VALUES ($1, $2, coalesce($3, (SELECT coalesce(max(position), 0) + 1 FROM context_figures WHERE year = $1)), $4, $5, $6, $7, $8, $9, $10,
                   $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
           ON CONFLICT (year, key) DO UPDATE SET position = coalesce($3, context_figures.position), label_en = $4, label_es = $5, value = $6,
                  value_state = $7, value_type = $8, qualifier = $9, basis = $10, role = $11, unit_en = $12, unit_es = $13, window_start = $14,
                  window_end = $15, window_text_en = $16, window_text_es = $17, as_of = $18, disaggregation = $19, note_en = $20,
                  note_es = $21, sources = $22, version = context_figures.version + 1`,
          [
            ...[year, key, body.position ?? null, body.labelEn, body.labelEs, body.value, body.valueState],
            ...[
              body.valueType,
              body.qualifier,
              body.basis,
              body.role,
              body.unitEn || null,
              body.unitEs || null,
            ],
            ...[body.windowStart ?? null, body.windowEnd ?? null, body.windowTextEn || null],
            ...[body.windowTextEs || null, body.asOf ?? null, JSON.stringify(body.disaggregation)],
            ...[body.noteEn || null, body.noteEs || null, body.sources],
          ],
        ),
    });
  }

  /** @throws DomainError forbidden, not_found, stale */
  removeFigure(actor: Actor, year: number, key: string, seen: number): Promise<void> {
    return this.writer.remove(actor, figure(year, key), seen, [
      'DELETE FROM context_figures WHERE year = $1 AND key = $2',
      [year, key],
    ]);
  }

  /** Puts every row of a file; breakdowns of known figures stay. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFigures(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await contextFiguresImport.read(file);
    return importRows(
      this.database,
      rows,
      async ({ year, key, ...body }) => {
        const [known] = await this.database.jsonRows<ContextFigureView & Record<string, unknown>>(FIGURES, [
          year,
          key,
        ]);
        return this.putFigure(actor, year, key, { ...body, disaggregation: known?.disaggregation ?? [] });
      },
      { mode },
    );
  }

  /** States in their order, the region last. */
  counts(): Promise<PublishedCountView[]> {
    return this.database.jsonRows<PublishedCountView & Record<string, unknown>>(COUNTS, [null]);
  }

  /** Writes what a State published. @param seen as in `RegionalWriter` @throws DomainError forbidden, invalid, stale */
  putCount(
    actor: Actor,
    place: string,
    body: PublishedCountBody,
    seen?: number,
  ): Promise<PublishedCountView> {
    return this.writer.put(actor, {
      ...count(place),
      seen,
      check: async () => {
        const areas = await this.database.query<{ key: string }>('SELECT key FROM areas');
        return countProblems(body, new Set(areas.map(({ key }) => key)));
      },
      write: () =>
        this.database.execute(
          `INSERT INTO published_counts (place, area_split, other_totals, caveat_en, caveat_es, sources) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (place) DO UPDATE SET area_split = $2, other_totals = $3, caveat_en = $4, caveat_es = $5, sources = $6,
                  version = published_counts.version + 1`,
          [
            ...[place, JSON.stringify(body.areaSplit), JSON.stringify(body.otherTotals)],
            ...[body.caveatEn || null, body.caveatEs || null, body.sources],
          ],
        ),
    });
  }

  acronyms({ place }: AcronymsQuery): Promise<AcronymView[]> {
    return this.database.jsonRows<AcronymView & Record<string, unknown>>(ACRONYMS, [place ?? null, null]);
  }

  /** Writes an acronym under its place. @param seen as in `RegionalWriter` @throws DomainError forbidden, invalid, stale */
  putAcronym(actor: Actor, input: AcronymInput, seen?: number): Promise<AcronymView> {
    const { place, acronym, institution } = input;
    return this.writer.put(actor, {
      ...acronymOf(input),
      seen,
      check: async () => {
        const known = await this.database.one<{ place: boolean; institution: boolean }>(
          `SELECT $1 = 'REG' OR EXISTS (SELECT FROM states WHERE code = $1) AS place,
                  $2::text IS NULL OR EXISTS (SELECT FROM institutions WHERE key = $2) AS institution`,
          [place, institution || null],
        );
        return acronymProblems(input, {
          place: known?.place ?? false,
          institution: known?.institution ?? false,
        });
      },
      write: () =>
        this.database.execute(
          `INSERT INTO acronyms (place, acronym, term_en, term_es, kind, institution_id, source, note_en, note_es)
           VALUES ($1, $2, $3, $4, $5, (SELECT id FROM institutions WHERE key = $6), $7, $8, $9)
           ON CONFLICT (place, acronym) DO UPDATE SET term_en = $3, term_es = $4, kind = $5, institution_id = excluded.institution_id, source = $7,
                  note_en = $8, note_es = $9, version = acronyms.version + 1`,
          [
            ...[place, acronym, input.termEn, input.termEs, input.kind, institution || null, input.source],
            ...[input.noteEn || null, input.noteEs || null],
          ],
        ),
    });
  }

  /** Puts every row of a file of acronyms. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importAcronyms(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await acronymsImport.read(file);
    return importRows(this.database, rows, (input) => this.putAcronym(actor, input), { mode });
  }
}
