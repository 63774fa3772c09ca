/** One sentence in each of the product's languages. */
export interface Bilingual {
  en: string;
  es: string;
}

/** One field of the input that cannot be taken, and what to do about it. `field` is a path such as `facts[0].value`. */
export interface FieldProblem {
  field: string;
  detail: Bilingual;
}

/** Every way a request can fail, with its HTTP status and its title. */
export const ERRORS = {
  malformed: {
    status: 400,
    title: { en: 'The request cannot be read', es: 'No se puede leer la solicitud' },
  },
  unauthenticated: { status: 401, title: { en: 'Sign in first', es: 'Primero inicie sesión' } },
  // Before `forbidden`, which is what a bare 403 means.
  second_factor_required: {
    status: 403,
    title: { en: 'A second factor is needed', es: 'Se necesita un segundo factor' },
  },
  proof_required: {
    status: 403,
    title: { en: 'Show once more that it is you', es: 'Demuestre una vez más que es usted' },
  },
  forbidden: { status: 403, title: { en: 'Not allowed', es: 'No permitido' } },
  not_found: { status: 404, title: { en: 'Not found', es: 'No se encontró' } },
  conflict: {
    status: 409,
    title: { en: 'In conflict with the present state', es: 'En conflicto con el estado actual' },
  },
  gone: { status: 410, title: { en: 'No longer there', es: 'Ya no existe' } },
  stale: {
    status: 412,
    title: { en: 'Somebody else changed this meanwhile', es: 'Otra persona lo modificó entretanto' },
  },
  payload_too_large: { status: 413, title: { en: 'Too large', es: 'Demasiado grande' } },
  unsupported_media: {
    status: 415,
    title: { en: 'Unsupported content type', es: 'Tipo de contenido no admitido' },
  },
  // Before `invalid`, which is what a bare 422 means.
  sent_before: {
    status: 422,
    title: { en: 'Received already, but not the same', es: 'Ya se recibió, pero no lo mismo' },
  },
  invalid: {
    status: 422,
    title: { en: 'Some fields need a correction', es: 'Algunos campos necesitan corrección' },
  },
  precondition_required: {
    status: 428,
    title: { en: 'Say which version you saw', es: 'Indique qué versión vio' },
  },
  too_many: { status: 429, title: { en: 'Too many requests', es: 'Demasiadas solicitudes' } },
  internal: { status: 500, title: { en: 'Something failed on our side', es: 'Algo falló de nuestro lado' } },
  unavailable: { status: 503, title: { en: 'Not available for now', es: 'No disponible por ahora' } },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type ErrorCode = keyof typeof ERRORS;

/** A refusal that the user can understand; the HTTP filter and the command line both render it. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly detail: Bilingual = ERRORS[code].title,
    readonly fields: FieldProblem[] = [],
    /** Further members of the problem document, such as `current` for the version that won. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(
      `${code}: ${detail.en}${fields.map((problem) => ` [${problem.field}: ${problem.detail.en}]`).join('')}`,
    );
  }
}

export const notFound = (what: Bilingual): DomainError =>
  new DomainError('not_found', { en: `There is no such ${what.en}.`, es: `No existe: ${what.es}.` });

export const forbidden = (detail?: Bilingual): DomainError => new DomainError('forbidden', detail);

export const unauthenticated = (): DomainError => new DomainError('unauthenticated');

export const goneAlready = (detail: Bilingual): DomainError => new DomainError('gone', detail);

export const conflict = (detail: Bilingual, extra?: Record<string, unknown>): DomainError =>
  new DomainError('conflict', detail, [], extra);

/** The object changed since the caller read it; `current` is what it is now, so that both can be compared. */
export const stale = (current: unknown): DomainError =>
  new DomainError(
    'stale',
    {
      en: 'It was changed after you opened it. Compare with the current version and save again.',
      es: 'Se modificó después de que usted lo abrió. Compare con la versión actual y guarde de nuevo.',
    },
    [],
    { current },
  );

/**
 * A row is not as the caller saw it: changed since, or there although it was to be new.
 * @param seen its version as the caller saw it, 0: none
 * @param field by which the caller named it
 */
export const notAsSeen = (seen: number, field: string, current: unknown): DomainError =>
  seen === 0
    ? invalid(field, {
        en: 'is there already; choose another, or change the one that is there',
        es: 'ya existe; elija otro, o cambie el que existe',
      })
    : stale(current);

export const invalidFields = (fields: FieldProblem[]): DomainError =>
  new DomainError('invalid', ERRORS.invalid.title, fields);

export const invalid = (field: string, detail: Bilingual): DomainError => invalidFields([{ field, detail }]);

/** The problem of a field that names something by a key or code under which nothing is there. */
export const unknownKey = (field: string, key: string): FieldProblem => ({
  field,
  detail: { en: `nothing is known under “${key}”`, es: `no se conoce nada con «${key}»` },
});

/** The problem of a thing that names no source; none when it names one. */
export const noSource = (sources: readonly string[], field = 'sources'): FieldProblem[] =>
  sources.some((source) => source.trim() !== '')
    ? []
    : [{ field, detail: { en: 'Name at least one source.', es: 'Indique al menos una fuente.' } }];

/** The problem of a day without how much of it is known, or the other way round; `field` is that of the precision. */
export const halfKnownDay = (
  day: string | null | undefined,
  precision: string | null | undefined,
  field: string,
): FieldProblem[] =>
  Boolean(day) === Boolean(precision)
    ? []
    : [
        {
          field,
          detail: {
            en: 'A day and how much of it is known belong together.',
            es: 'Una fecha y cuánto se sabe de ella van juntas.',
          },
        },
      ];
