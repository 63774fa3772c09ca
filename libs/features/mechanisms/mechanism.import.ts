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
import {
  type AgreementContent,
  CreateMechanism,
  type MechanismView,
  type SessionContent,
} from './mechanism.dto.js';
import { MechanismsService } from './mechanisms.service.js';

/** One row of a file of mechanisms; their sessions and agreements stay as they are. */
class MechanismRow extends CreateMechanism {
  override members: string[] = [];

  override sessions: SessionContent[] = [];

  override agreements: AgreementContent[] = [];
}

const ANY = { en: 'May be left out', es: 'Puede omitirse' };
const SEMICOLONS = { en: 'Several with semicolons', es: 'Varios con punto y coma' };
const NAME = { en: 'At most 300 characters', es: 'Hasta 300 caracteres' };

/** `mirps import mechanisms FILE`: enters national mechanisms, or replaces those whose key is known. */
export const mechanismsImport = defineImport({
  kind: 'mechanisms',
  about: { en: 'national mechanisms by key', es: 'mecanismos nacionales por clave' },
  dto: MechanismRow,
  key: ({ key }) => key,
  columns: {
    key: column('Key', 'Clave', { en: 'MX:ROUNDTABLE', es: 'MX:ROUNDTABLE' }, { required: true }),
    kind: column(
      'Kind',
      'Tipo',
      {
        en: 'roundtable, working group, commission or technical team',
        es: 'mesa, grupo de trabajo, comisión o equipo técnico',
      },
      {
        required: true,
        words: {
          roundtable: { en: 'roundtable', es: 'mesa' },
          working_group: { en: 'working group', es: 'grupo de trabajo' },
          commission: { en: 'commission', es: 'comisión' },
          technical_team: { en: 'technical team', es: 'equipo técnico' },
        },
      },
    ),
    nameEn: column('Name in English', 'Nombre en inglés', NAME, { required: true }),
    nameEs: column('Name in Spanish', 'Nombre en español', NAME, { required: true }),
    mandateEn: column('Mandate in English', 'Mandato en inglés', ANY),
    mandateEs: column('Mandate in Spanish', 'Mandato en español', ANY),
    chairEn: column('Chair in English', 'Presidencia en inglés', ANY),
    chairEs: column('Chair in Spanish', 'Presidencia en español', ANY),
    secretariatEn: column('Secretariat in English', 'Secretaría en inglés', ANY),
    secretariatEs: column('Secretariat in Spanish', 'Secretaría en español', ANY),
    partOf: column('Part of', 'Parte de', {
      en: 'Key of the mechanism that it reports to',
      es: 'Clave del mecanismo al que informa',
    }),
    sinceYear: column('Since', 'Desde', { en: 'Year', es: 'Año' }),
    members: column(
      'Members',
      'Integrantes',
      { en: 'Keys of institutions, with semicolons', es: 'Claves de instituciones, con punto y coma' },
      { list: true },
    ),
    noteEn: column('Note in English', 'Nota en inglés', ANY),
    noteEs: column('Note in Spanish', 'Nota en español', ANY),
    sources: column('Sources', 'Fuentes', SEMICOLONS, { required: true, list: true }),
  },
});

/** Takes mechanisms from files. */
@Injectable()
export class MechanismsImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MechanismsService) private readonly mechanisms: MechanismsService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await mechanismsImport.read(file);
    return importRows(this.database, rows, (row) => this.put(actor, row), { mode });
  }

  private async put(actor: Actor, row: MechanismRow): Promise<MechanismView> {
    const known = await this.database.one<{ id: string }>(
      'SELECT id FROM mechanisms WHERE key = $1 FOR UPDATE',
      [row.key],
    );
    if (!known) return this.mechanisms.create(actor, row);
    const { version, sessions, agreements } = await this.mechanisms.get(known.id);
    return this.mechanisms.save(actor, known.id, version, { ...row, sessions, agreements });
  }
}
