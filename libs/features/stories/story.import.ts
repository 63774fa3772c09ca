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
import { CreateStory, type StoryView } from './story.dto.js';
import { StoriesService } from './stories.service.js';

const ANY = { en: 'May be left out', es: 'Puede omitirse' };
const TITLE = { en: 'At most 200 characters', es: 'Hasta 200 caracteres' };

/**
 * `mirps import stories FILE`: begins stories as drafts, or replaces drafts of the same State, year and English title, whose
 * photos stay. Photos themselves, with what has to be said of them, are added by hand.
 */
export const storiesImport = defineImport({
  kind: 'stories',
  about: { en: 'stories, as drafts', es: 'relatos, como borradores' },
  dto: CreateStory,
  key: ({ stateCode, year, titleEn }) => `${stateCode} ${year} ${titleEn}`,
  columns: {
    stateCode: column(
      'State',
      'Estado',
      { en: 'Its code, such as MX', es: 'Su código, como MX' },
      { required: true },
    ),
    year: column(
      'Year',
      'Año',
      { en: 'Whose report tells it', es: 'Cuyo informe lo relata' },
      { required: true },
    ),
    titleEn: column('Title in English', 'Título en inglés', TITLE, { required: true }),
    titleEs: column('Title in Spanish', 'Título en español', TITLE, { required: true }),
    textEn: column('Text in English', 'Texto en inglés', ANY),
    textEs: column('Text in Spanish', 'Texto en español', ANY),
    personName: column('Person', 'Persona', {
      en: 'As the story names them; never the real name where it was changed',
      es: 'Como la nombra el relato; nunca el nombre real si se cambió',
    }),
    nameChanged: column(
      'Name changed',
      'Nombre cambiado',
      { en: 'yes or no', es: 'sí o no' },
      {
        required: true,
        words: { true: { en: 'yes', es: 'sí' }, false: { en: 'no', es: 'no' } },
      },
    ),
    consentOn: column('Consent on', 'Consentimiento del', {
      en: 'Day on which the person consented: 2024-06-01',
      es: 'Día en que la persona consintió: 2024-06-01',
    }),
    consentRef: column('Consent kept at', 'Consentimiento guardado en', {
      en: 'Where the signed consent is',
      es: 'Dónde está el consentimiento firmado',
    }),
    commitment: column('Commitment', 'Compromiso', { en: 'Its code: MX-33', es: 'Su código: MX-33' }),
    source: column('Source', 'Fuente', ANY),
  },
});

/** Takes stories from files, as drafts. */
@Injectable()
export class StoriesImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StoriesService) private readonly stories: StoriesService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await storiesImport.read(file);
    return importRows(this.database, rows, (row) => this.put(actor, row), { mode });
  }

  private async put(actor: Actor, row: CreateStory): Promise<StoryView> {
    const known = await this.database.one<{ id: string }>(
      'SELECT id FROM stories WHERE state_code = $1 AND year = $2 AND title_en = $3 FOR UPDATE',
      [row.stateCode, row.year, row.titleEn],
    );
    if (!known) return this.stories.create(actor, row);
    const { version } = await this.stories.get(actor, known.id);
    return this.stories.save(actor, known.id, version, row);
  }
}
