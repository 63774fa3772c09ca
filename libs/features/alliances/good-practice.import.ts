import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/http';
import {
  column,
  defineImport,
  type ImportFile,
  type ImportMode,
  type ImportResult,
  importRows,
} from '#platform/tables';
import { type AdoptionContent, CreateGoodPractice, type GoodPracticeView } from './good-practice.dto.js';
import { GoodPracticesService } from './good-practices.service.js';

/** One row of a file of good practices; which States adopted them is not in it. */
class GoodPracticeRow extends CreateGoodPractice {
  override commitments: string[] = [];

  override adoptions: AdoptionContent[] = [];
}

const ANY = { en: 'May be left out', es: 'Puede omitirse' };
const SEMICOLONS = { en: 'Several with semicolons', es: 'Varios con punto y coma' };
const TITLE = { en: 'At most 300 characters', es: 'Hasta 300 caracteres' };

/** `mirps import good-practices FILE`: enters good practices, or replaces those of the same State, year and English title. */
export const goodPracticesImport = defineImport({
  kind: 'good-practices',
  about: { en: 'good practices', es: 'buenas prácticas' },
  dto: GoodPracticeRow,
  key: ({ stateCode, year, titleEn }) => `${stateCode} ${year} ${titleEn}`,
  columns: {
    stateCode: column(
      'State',
      'Estado',
      { en: 'Its code, such as MX', es: 'Su código, como MX' },
      { required: true },
    ),
    areaKey: column(
      'Area',
      'Área',
      {
        en: 'Key of the area that is its theme: protection',
        es: 'Clave del área que es su tema: protection',
      },
      { required: true, also: ['Theme', 'Tema'] },
    ),
    year: column(
      'Year',
      'Año',
      { en: 'In which a source tells of it', es: 'En que una fuente la relata' },
      { required: true },
    ),
    titleEn: column('Title in English', 'Título en inglés', TITLE, { required: true }),
    titleEs: column('Title in Spanish', 'Título en español', TITLE, { required: true }),
    textEn: column('Text in English', 'Texto en inglés', ANY),
    textEs: column('Text in Spanish', 'Texto en español', ANY),
    commitments: column('Commitments', 'Compromisos', SEMICOLONS, { list: true }),
    sources: column('Sources', 'Fuentes', SEMICOLONS, { required: true, list: true }),
  },
});

/** Takes good practices from files. */
@Injectable()
export class GoodPracticesImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(GoodPracticesService) private readonly practices: GoodPracticesService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await goodPracticesImport.read(file);
    return importRows(this.database, rows, (row) => this.put(actor, row), { mode });
  }

  private async put(actor: Actor, row: GoodPracticeRow): Promise<GoodPracticeView> {
    const { stateCode, ...body } = row;
    const known = await this.database.one<{ id: string }>(
      'SELECT id FROM good_practices WHERE state_code = $1 AND year = $2 AND title_en = $3 FOR UPDATE',
      [stateCode, row.year, row.titleEn],
    );
    if (!known) return this.practices.create(actor, row);
    const { version, adoptions } = await this.practices.get(actor, known.id);
    return this.practices.save(actor, known.id, version, { ...body, adoptions });
  }
}
