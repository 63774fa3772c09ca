import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  type FieldProblem,
  invalidFields,
  notFound,
  type Page,
  pageOf,
  parseCursor,
  stale,
  unknownKey,
} from '#platform/http';
import type { PartnerFigureInSheetDto, PartnerSheetDto, PartnerSheetSummaryDto } from './partner.dto.js';
import type {
  PartnerFigureInput,
  PartnerFiguresQuery,
  PartnerSheetInput,
  PartnerSheetsQuery,
} from './partner.input.js';
import { FIGURES, INSERT_SHEET, SHEET, SHEETS, UPDATE_SHEET } from './partner.queries.js';
import { PartnerFigureRecords } from './partner-figure-records.js';

const SHEET_NAME: Bilingual = { en: 'fact sheet', es: 'la ficha' };
const FIGURE_NAME: Bilingual = { en: 'figure', es: 'la cifra' };

type Row<T> = T & Record<string, unknown>;

/** Partners' years in figures: written by the Secretariat, read by all, part of no rollup. */
@Injectable()
export class PartnersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(PartnerFigureRecords) private readonly figures: PartnerFigureRecords,
  ) {}

  /** Sheets that fit, newest year first. */
  async sheets(query: PartnerSheetsQuery): Promise<Page<PartnerSheetSummaryDto>> {
    const { partner = null, year = null, state = null, q, limit } = query;
    const text = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const after = query.cursor ? parseCursor(query.cursor, 2, ([of]) => Number.isInteger(of)) : [null, null];
    const rows = await this.database.jsonRows<Row<PartnerSheetSummaryDto>>(
      SHEETS,
      [partner, year, state, text, ...after, limit + 1],
      'partner_sheets_list',
    );
    return pageOf(rows, limit, (row) => [row.year, row.key]);
  }

  /** Figures that fit with the sheets that they stand in, newest year first. */
  async list(query: PartnerFiguresQuery): Promise<Page<PartnerFigureInSheetDto>> {
    const { partner = null, year = null, state = null, commitment = null, indicator = null, limit } = query;
    const after = query.cursor
      ? parseCursor(query.cursor, 3, ([of, , at]) => Number.isInteger(of) && Number.isInteger(at))
      : [null, null, null];
    const rows = await this.database.jsonRows<Row<PartnerFigureInSheetDto> & { position: number }>(
      FIGURES,
      [partner, year, state, commitment, indicator, ...after, limit + 1],
      'partner_figures_list',
    );
    const page = pageOf(rows, limit, (row) => [row.year, row.sheet, row.position]);
    for (const item of page.items) delete (item as Partial<typeof item>).position;
    return page;
  }

  /** @throws DomainError not_found */
  async get(id: string): Promise<PartnerSheetDto> {
    const [found] = await this.database.jsonRows<Row<PartnerSheetDto>>(SHEET, [id]);
    if (!found) throw notFound(SHEET_NAME);
    return found;
  }

  /** Enters a sheet without figures. @throws DomainError forbidden; invalid with everything that is wrong; conflict for a known key */
  create(actor: Actor, input: PartnerSheetInput): Promise<PartnerSheetDto> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'partner.write');
      const id = newId();
      await this.write(INSERT_SHEET, [id, ...(await this.valuesOf(input))]);
      return this.told('partner_sheet.create', id, undefined, input);
    });
  }

  /** Replaces what a sheet says of itself. @throws DomainError not_found, forbidden, invalid, conflict, stale */
  replace(actor: Actor, id: string, version: number, input: PartnerSheetInput): Promise<PartnerSheetDto> {
    return this.database.transaction(async () => {
      const { figures, ...before } = await this.held(actor, id, version);
      const linked = figures.flatMap((figure) => figure.commitments.map(({ code }) => code));
      if (input.state && linked.some((code) => !code.startsWith(`${input.state}-`)))
        throw invalidFields([{ field: 'state', detail: OTHER_STATE }]);
      await this.write(UPDATE_SHEET, [id, ...(await this.valuesOf(input))]);
      return this.told('partner_sheet.replace', id, before, input);
    });
  }

  /** Adds a figure behind the others. @throws DomainError not_found, forbidden, invalid, stale, conflict for a known code */
  addFigure(actor: Actor, id: string, version: number, input: PartnerFigureInput): Promise<PartnerSheetDto> {
    return this.database.transaction(async () => {
      const sheet = await this.held(actor, id, version);
      if (sheet.figures.some(({ code }) => code === input.code))
        throw conflict({
          en: 'The sheet has a figure under this code; change that one.',
          es: 'La ficha ya tiene una cifra con este código; modifique esa.',
        });
      return this.put(sheet, input);
    });
  }

  /** Replaces a figure; its code stays. @throws DomainError not_found, forbidden, invalid, stale */
  replaceFigure(
    actor: Actor,
    id: string,
    figureId: string,
    version: number,
    input: PartnerFigureInput,
  ): Promise<PartnerSheetDto> {
    return this.database.transaction(async () => {
      const sheet = await this.held(actor, id, version);
      const before = sheet.figures.find((figure) => figure.id === figureId);
      if (!before) throw notFound(FIGURE_NAME);
      if (before.code !== input.code)
        throw invalidFields([
          { field: 'code', detail: { en: `stays ${before.code}`, es: `sigue siendo ${before.code}` } },
        ]);
      return this.put(sheet, input);
    });
  }

  /** Takes a figure out of its sheet. @throws DomainError not_found, forbidden, stale */
  removeFigure(actor: Actor, id: string, figureId: string, version: number): Promise<PartnerSheetDto> {
    return this.database.transaction(async () => {
      const sheet = await this.held(actor, id, version);
      const before = sheet.figures.find((figure) => figure.id === figureId);
      if (!before) throw notFound(FIGURE_NAME);
      await this.figures.remove(figureId);
      return this.told('partner_figure.remove', id, before, undefined);
    });
  }

  /** Puts a figure under its code for whom the sheet was given to, and tells of it; the same again changes nothing. */
  async put(sheet: PartnerSheetDto, input: PartnerFigureInput): Promise<PartnerSheetDto> {
    const before = sheet.figures.find(({ code }) => code === input.code);
    await this.figures.put(sheet, input);
    const after = await this.get(sheet.id);
    const now = after.figures.find(({ code }) => code === input.code);
    if (JSON.stringify(before) === JSON.stringify(now)) return after;
    return this.told(before ? 'partner_figure.replace' : 'partner_figure.add', sheet.id, before, now);
  }

  /** The sheet, held until the transaction ends, as the caller saw it. */
  private async held(actor: Actor, id: string, version: number): Promise<PartnerSheetDto> {
    this.access.assertMay(actor, 'partner.write');
    await this.database.execute('SELECT FROM partner_sheets WHERE id = $1 FOR UPDATE', [id]);
    const sheet = await this.get(id);
    if (sheet.version !== version) throw stale(sheet);
    return sheet;
  }

  private async told(action: string, id: string, before: unknown, after: unknown): Promise<PartnerSheetDto> {
    if (action.startsWith('partner_figure'))
      await this.database.execute(
        'UPDATE partner_sheets SET version = version + 1, updated_at = $2 WHERE id = $1',
        [id, this.clock.now()],
      );
    const sheet = await this.get(id);
    await this.audit.record({
      ...{ action, entity: 'partner_sheet', entityId: id, stateCode: sheet.state ?? null },
      ...{ before, after },
    });
    return sheet;
  }

  private async valuesOf(input: PartnerSheetInput): Promise<unknown[]> {
    const { key, partner, year, state = null, titleEn, titleEs, source, language = null } = input;
    const found = await this.database.one<{ partnerId: string | null; state: boolean }>(
      `SELECT (SELECT id FROM institutions WHERE key = $1) AS "partnerId", $2::text IS NULL OR EXISTS (SELECT FROM states WHERE code = $2) AS state`,
      [partner, state],
    );
    const problems: FieldProblem[] = [
      ...(found?.partnerId ? [] : [unknownKey('partner', partner)]),
      ...(found?.state ? [] : [unknownKey('state', state ?? '')]),
    ];
    if (problems.length > 0) throw invalidFields(problems);
    return [key, found?.partnerId, year, state, titleEn, titleEs, source, language, this.clock.now()];
  }

  private async write(sql: string, values: unknown[]): Promise<void> {
    try {
      await this.database.execute(sql, values);
    } catch (error) {
      if (!isConstraintViolation(error, 'partner_sheets_key_unique')) throw error;
      throw conflict({ en: 'Another sheet has this key.', es: 'Otra ficha tiene esta clave.' });
    }
  }
}

const OTHER_STATE: Bilingual = {
  en: 'Figures of the sheet stand beside commitments of another State; take those links away first.',
  es: 'Hay cifras de la ficha junto a compromisos de otro Estado; quite antes esos vínculos.',
};
