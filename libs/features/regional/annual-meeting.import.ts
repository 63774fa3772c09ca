import { DATE_PRECISIONS } from '#features/states';
import type { Bilingual } from '#platform/http';
import { defineImport, type ImportColumn } from '#platform/tables';
import { AnnualMeetingInput } from './regional-record.dto.js';

export const column = (
  en: string,
  es: string,
  description: Bilingual,
  rest: Partial<ImportColumn> = {},
): ImportColumn => ({ en, es, description, ...rest });

export const same = (text: string): Bilingual => ({ en: text, es: text });
export const MAY_BE_ABSENT: Bilingual = { en: 'May be left out', es: 'Puede omitirse' };
export const SEMICOLONS: Bilingual = { en: 'Several with semicolons', es: 'Varios con punto y coma' };
export const REQUIRED = { required: true };

/** `mirps import annual-meetings FILE`: enters meetings, or replaces those whose number is known. */
export const annualMeetingsImport = defineImport({
  kind: 'annual-meetings',
  about: { en: 'Annual Meetings by number', es: 'Reuniones Anuales por número' },
  dto: AnnualMeetingInput,
  key: ({ ordinal }) => String(ordinal),
  columns: {
    ordinal: column('Number', 'Número', { en: '7 for the VII', es: '7 para la VII' }, REQUIRED),
    year: column('Year', 'Año', same('2024'), REQUIRED),
    hostState: column('Host', 'Anfitrión', { en: 'Code of the State', es: 'Código del Estado' }),
    heldOn: column('Date', 'Fecha', same('2024-12-05')),
    heldPrecision: column('Precision of the date', 'Precisión de la fecha', same(DATE_PRECISIONS.join(', '))),
    dayInferred: column('Day inferred', 'Día inferido', {
      en: 'true when the source does not state the day',
      es: 'true cuando la fuente no indica el día',
    }),
    placeEn: column('Place in English', 'Lugar en inglés', MAY_BE_ABSENT),
    placeEs: column('Place in Spanish', 'Lugar en español', MAY_BE_ABSENT),
    noteEn: column('Note in English', 'Nota en inglés', MAY_BE_ABSENT),
    noteEs: column('Note in Spanish', 'Nota en español', MAY_BE_ABSENT),
    sources: column('Sources', 'Fuentes', SEMICOLONS, { ...REQUIRED, list: true }),
  },
});
