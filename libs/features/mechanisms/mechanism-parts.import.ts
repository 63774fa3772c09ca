import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Actor, DateOnly, DomainError, invalid, invalidFields, Text } from '#platform/http';
import {
  column,
  defineImport,
  type ImportFile,
  type ImportMode,
  type ImportResult,
  importRows,
} from '#platform/tables';
import { AgreementContent, type MechanismBody, type MechanismView, SessionContent } from './mechanism.dto.js';
import { MechanismsService } from './mechanisms.service.js';

/** A session of a mechanism, in one row. */
class SessionRow extends SessionContent {
  @Text({ max: 80 })
  mechanism: string;

  override commitments: string[] = [];
}

/** An agreement of a mechanism, in one row; its session by day. */
class AgreementRow extends AgreementContent {
  @Text({ max: 80 })
  mechanism: string;

  @DateOnly({ optional: true })
  sessionOn?: string | null;

  override commitments: string[] = [];
}

const REQUIRED = { required: true };
const ANY = { en: 'May be left out', es: 'Puede omitirse' };
const MECHANISM = column(
  'Mechanism',
  'Mecanismo',
  { en: 'Its key: MX:ROUNDTABLE', es: 'Su clave: MX:ROUNDTABLE' },
  REQUIRED,
);
const COMMITMENTS = column(
  'Commitments',
  'Compromisos',
  { en: 'Codes of the same State, with semicolons', es: 'Códigos del mismo Estado, con punto y coma' },
  { list: true },
);
const SOURCE = column('Source', 'Fuente', ANY);
const STATUS = column(
  'Status',
  'Estado',
  {
    en: 'agreed, in progress, done, dropped or unknown',
    es: 'acordado, en curso, cumplido, descartado o desconocido',
  },
  {
    ...REQUIRED,
    words: {
      agreed: { en: 'agreed', es: 'acordado' },
      in_progress: { en: 'in progress', es: 'en curso' },
      done: { en: 'done', es: 'cumplido' },
      dropped: { en: 'dropped', es: 'descartado' },
      unknown: { en: 'unknown', es: 'desconocido' },
    },
  },
);

/** `mirps import mechanism-sessions FILE`: enters sessions, or replaces those of the same day and title. */
export const mechanismSessionsImport = defineImport({
  kind: 'mechanism-sessions',
  about: { en: 'sessions of national mechanisms', es: 'sesiones de mecanismos nacionales' },
  dto: SessionRow,
  key: ({ mechanism, heldOn, titleEn }) => `${mechanism}\n${heldOn}\n${titleEn}`,
  columns: {
    mechanism: MECHANISM,
    heldOn: column('Day', 'Día', { en: '2024-09-01', es: '2024-09-01' }, REQUIRED),
    dayPrecision: column(
      'Precision of the day',
      'Precisión del día',
      { en: 'day, month or year', es: 'día, mes o año' },
      {
        ...REQUIRED,
        words: {
          day: { en: 'day', es: 'día' },
          month: { en: 'month', es: 'mes' },
          year: { en: 'year', es: 'año' },
        },
      },
    ),
    titleEn: column('Title in English', 'Título en inglés', { en: 'What it was', es: 'Qué fue' }, REQUIRED),
    titleEs: column('Title in Spanish', 'Título en español', { en: 'What it was', es: 'Qué fue' }, REQUIRED),
    attendanceEn: column('Attendance in English', 'Asistencia en inglés', ANY),
    attendanceEs: column('Attendance in Spanish', 'Asistencia en español', ANY),
    commitments: COMMITMENTS,
    source: SOURCE,
  },
});

/** `mirps import mechanism-agreements FILE`: enters agreements, or replaces those with the same text in English. */
export const mechanismAgreementsImport = defineImport({
  kind: 'mechanism-agreements',
  about: { en: 'agreements of national mechanisms', es: 'acuerdos de mecanismos nacionales' },
  dto: AgreementRow,
  key: ({ mechanism, textEn }) => `${mechanism}\n${textEn}`,
  columns: {
    mechanism: MECHANISM,
    sessionOn: column('Day of the session', 'Día de la sesión', {
      en: 'Left out: agreed otherwise',
      es: 'Si se omite: acordado de otro modo',
    }),
    textEn: column(
      'Text in English',
      'Texto en inglés',
      { en: 'What was agreed', es: 'Qué se acordó' },
      REQUIRED,
    ),
    textEs: column(
      'Text in Spanish',
      'Texto en español',
      { en: 'What was agreed', es: 'Qué se acordó' },
      REQUIRED,
    ),
    status: STATUS,
    dueOn: column('Due', 'Plazo', { en: '2025-06-30', es: '2025-06-30' }),
    commitments: COMMITMENTS,
    source: SOURCE,
  },
});

/** Takes sessions and agreements of mechanisms from files; what a file does not name stays. */
@Injectable()
export class MechanismPartsImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MechanismsService) private readonly mechanisms: MechanismsService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importSessions(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await mechanismSessionsImport.read(file);
    return importRows(
      this.database,
      rows,
      ({ mechanism, ...session }) =>
        this.change(actor, mechanism, (known) => ({
          sessions: placed(known.sessions, session, ({ heldOn, titleEn }) => `${heldOn} ${titleEn}`),
        })),
      { mode },
    );
  }

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importAgreements(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await mechanismAgreementsImport.read(file);
    return importRows(
      this.database,
      rows,
      ({ mechanism, sessionOn, ...agreement }) =>
        this.change(actor, mechanism, ({ sessions, agreements }) => {
          const session = sessionOn ? placeOfSession(sessions, sessionOn) : null;
          return { agreements: placed(agreements, { ...agreement, session }, ({ textEn }) => textEn) };
        }),
      { mode },
    );
  }

  private async change(
    actor: Actor,
    key: string,
    parts: (known: MechanismView) => Partial<MechanismBody>,
  ): Promise<MechanismView> {
    const known = await this.database.one<{ id: string }>(
      'SELECT id FROM mechanisms WHERE key = $1 FOR UPDATE',
      [key],
    );
    if (!known)
      throw invalid('mechanism', {
        en: 'is the key of no mechanism; enter the mechanism first',
        es: 'no es la clave de un mecanismo; registre primero el mecanismo',
      });
    const mechanism = await this.mechanisms.get(known.id);
    const body = { ...mechanism, ...parts(mechanism) };
    try {
      return await this.mechanisms.save(actor, known.id, mechanism.version, body);
    } catch (error) {
      throw error instanceof DomainError && error.fields.length > 0 ? ofTheRow(error) : error;
    }
  }
}

/** `sessions[3].commitments[0]` of the whole mechanism is `commitments` of the row. */
const ofTheRow = ({ fields }: DomainError): DomainError =>
  invalidFields(
    fields.map(({ field, detail }) => ({ field: field.replace(/^\w+\[\d+\]\.(\w+).*$/, '$1'), detail })),
  );

/** The list with `row` in the place of the one that has the same key, or behind the others. */
function placed<T>(list: readonly T[], row: T, keyOf: (row: T) => string): T[] {
  const at = list.findIndex((each) => keyOf(each) === keyOf(row));
  return at < 0 ? [...list, row] : list.with(at, row);
}

/** From 1. */
function placeOfSession(sessions: readonly SessionContent[], day: string): number {
  const there = sessions.flatMap(({ heldOn }, index) => (heldOn === day ? [index + 1] : []));
  if (there.length === 1) return there[0]!;
  throw invalid(
    'sessionOn',
    there.length === 0
      ? {
          en: 'is the day of no session of this mechanism',
          es: 'no es el día de una sesión de este mecanismo',
        }
      : {
          en: 'is the day of several sessions; leave it out and name the session in the web',
          es: 'es el día de varias sesiones; omítalo e indique la sesión en la web',
        },
  );
}
