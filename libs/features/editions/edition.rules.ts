import { REPORT_FAILURE_LABELS, type ReportFailure } from '#features/reports';
import { type Bilingual, currentRequest, type FieldProblem, type Lang } from '#platform/http';
import type { EditionState } from './edition.vocabulary.js';
import type { ApprovalDto, ReportEditionDto, EditionFileDto } from './editions.dto.js';

/** A file of an edition as it is stored. */
interface EditionFileRow extends Omit<EditionFileDto, 'error'> {
  failure: ReportFailure | null;
}

/** An edition as it is stored, with its files. */
export interface EditionRow extends Omit<
  ReportEditionDto,
  'createdAt' | 'presidency' | 'secretariat' | 'publishedAt' | 'files' | 'addressEn' | 'addressEs'
> {
  state: EditionState;
  files: EditionFileRow[];
  createdAt: Date;
  presidencyAt: Date | null;
  presidencyBy: string | null;
  presidencyName: string | null;
  secretariatAt: Date | null;
  secretariatBy: string | null;
  secretariatName: string | null;
  publishedAt: Date | null;
}

/**
 * What is told of an edition.
 * @param names whether it says who approved it, as those who prepare or approve are told
 * @param publicUrl where people open the tracker
 */
export function editionDto(row: EditionRow, names: boolean, publicUrl: string): ReportEditionDto {
  const address = (lang: Lang): string => `${publicUrl}/${lang}/reports/${row.cycleKey}/${row.number}`;
  const approval = (at: Date | null, by: string | null): ApprovalDto | null =>
    at && { at: at.toISOString(), by: names ? by : null };
  return {
    id: row.id,
    cycleKey: row.cycleKey,
    kind: row.kind,
    number: row.number,
    state: row.state,
    newest: row.newest,
    noteEn: row.noteEn,
    noteEs: row.noteEs,
    snapshotId: row.snapshotId,
    snapshotNumber: row.snapshotNumber,
    snapshotSha256: row.snapshotSha256,
    textsSha256: row.textsSha256,
    createdAt: row.createdAt.toISOString(),
    presidency: approval(row.presidencyAt, row.presidencyName),
    secretariat: approval(row.secretariatAt, row.secretariatName),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    files: row.files.map(fileDto),
    addressEn: address('en'),
    addressEs: address('es'),
    version: row.version,
  };
}

/** While a file is tried again, why the last try came to nothing is of no use to anybody. */
function fileDto({ failure, ...file }: EditionFileRow): EditionFileDto {
  const lang = currentRequest()?.lang ?? 'es';
  return { ...file, error: file.state === 'failed' && failure ? REPORT_FAILURE_LABELS[failure][lang] : null };
}

/** From the second edition on readers must be told what changed, in both languages. */
export function noteProblems(number: number, en?: string | null, es?: string | null): FieldProblem[] {
  if (number === 1) return [];
  const detail: Bilingual = {
    en: 'An edition before this one is published: say what this one corrects.',
    es: 'Ya hay una edición publicada: indique qué corrige esta.',
  };
  return [
    ...(en?.trim() ? [] : [{ field: 'noteEn', detail }]),
    ...(es?.trim() ? [] : [{ field: 'noteEs', detail }]),
  ];
}

/** Whether there is anything to approve or to publish. */
export const allMade = (files: EditionRow['files']): boolean =>
  files.length > 0 && files.every(({ state }) => state === 'done');

/** Why an edition may not be published; null when it may. */
export function whyNotPublished(
  {
    presidencyAt,
    secretariatAt,
    state,
    files,
  }: Pick<EditionRow, 'presidencyAt' | 'secretariatAt' | 'state' | 'files'>,
  cycleState: string,
): Bilingual | null {
  if (state === 'published') return { en: 'It is published already.', es: 'Ya está publicada.' };
  if (!presidencyAt)
    return { en: 'The Presidency has not approved it yet.', es: 'La Presidencia aún no la ha aprobado.' };
  if (!secretariatAt)
    return { en: 'The Secretariat has not approved it yet.', es: 'La Secretaría aún no la ha aprobado.' };
  if (!allMade(files))
    return {
      en: 'Its files are being made again: publish it once all of them are there.',
      es: 'Sus archivos se están elaborando de nuevo: publíquela cuando estén todos.',
    };
  if (cycleState !== 'published')
    return {
      en: 'Its cycle is not published yet: publish the cycle first, so that nobody reads numbers before the States’ own pages show them.',
      es: 'Su ciclo aún no está publicado: publique antes el ciclo, para que nadie lea cifras antes de que las muestren las páginas de los Estados.',
    };
  return null;
}
