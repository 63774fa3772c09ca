import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type FieldProblem, invalidFields } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import type { PartnerSheetDto } from './partner.dto.js';
import type { PartnerSheetInput } from './partner.input.js';
import { type PartnerFigureRow, partnerFiguresImport } from './partner-figures.import.js';
import { PartnersService } from './partners.service.js';

/** Takes files of partners' figures. */
@Injectable()
export class PartnerFiguresImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(PartnersService) private readonly partners: PartnersService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    this.access.assertMay(actor, 'partner.write');
    const rows = await partnerFiguresImport.read(file);
    return importRows(this.database, rows, (row) => this.take(actor, row), { mode });
  }

  /** Puts one figure, and its sheet when it is not known. @throws DomainError invalid when the sheet is known as something else */
  async take(actor: Actor, row: PartnerFigureRow): Promise<void> {
    await this.database.transaction(async () => {
      await this.partners.put(await this.sheetOf(actor, row), row);
    });
  }

  private async sheetOf(actor: Actor, row: PartnerFigureRow): Promise<PartnerSheetDto> {
    const known = await this.database.one<{ id: string }>(
      'SELECT id FROM partner_sheets WHERE key = $1 FOR UPDATE',
      [row.sheet],
    );
    const { sheet: key, partner, year, state = null, titleEn, titleEs, document: source } = row;
    const head = { key, partner, year, state, titleEn, titleEs, source, language: row.language ?? null };
    if (!known) return this.partners.create(actor, head);
    const sheet = await this.partners.get(known.id);
    const problems = HEAD.flatMap(([field, column]): FieldProblem[] => {
      const there = sheet[field] ?? null;
      return there === head[field] ? [] : [{ field: column, detail: differs(key, String(there ?? '–')) }];
    });
    if (problems.length > 0) throw invalidFields(problems);
    return sheet;
  }
}

const HEAD: [keyof PartnerSheetInput, keyof PartnerFigureRow][] = [
  ['partner', 'partner'],
  ['year', 'year'],
  ['state', 'state'],
  ['titleEn', 'titleEn'],
  ['titleEs', 'titleEs'],
  ['source', 'document'],
  ['language', 'language'],
];

const differs = (sheet: string, there: string) => ({
  en: `the sheet ${sheet} says “${there}”: write the same here, or change the sheet`,
  es: `la ficha ${sheet} dice «${there}»: escriba lo mismo aquí o modifique la ficha`,
});
