import type { SnapshotContent } from '#features/rollups';
import type { FieldProblem, Lang } from '#platform/http';
import type { ReportOrigin } from './report.document.js';
import type { PictureSource } from './report.pictures.js';
import { type RenderedReport, renderDocument, renderReport } from './report.render.js';
import { composeSheet } from './report.sheets.js';
import {
  hasSubject,
  isDataFormat,
  isSheetKind,
  type Paper,
  type PaperKind,
  type ReportFormat,
  type SubjectKind,
} from './report.vocabulary.js';

/**
 * A report or a short paper in one format. Equal arguments, equal bytes.
 * @throws RangeError when the snapshot is of another kind of cycle, or holds nothing of the subject
 */
export async function renderPaper(
  content: SnapshotContent,
  origin: ReportOrigin,
  { kind, subject }: Paper,
  lang: Lang,
  format: ReportFormat,
  publicUrl: string,
  pictures?: PictureSource,
): Promise<RenderedReport> {
  if (!isSheetKind(kind)) return renderReport(content, origin, kind, lang, format, publicUrl, pictures);
  const document = composeSheet(content, origin, { kind, subject }, lang);
  if (!document || isDataFormat(format))
    throw new RangeError(`No ${format} of ${kind} ${subject} can be made from snapshot ${origin.snapshotId}`);
  return renderDocument(document, format, publicUrl, pictures);
}

const MISSING: Record<SubjectKind, { en: string; es: string }> = {
  state: {
    en: 'Name the State that the fact sheet is about, by its code, such as MX.',
    es: 'Indique el Estado del que trata la ficha por su código, por ejemplo MX.',
  },
  team: {
    en: 'Name the technical team that the fact sheet is about, by its key, such as RTT-RA.',
    es: 'Indique el equipo técnico del que trata la ficha por su clave, por ejemplo RTT-RA.',
  },
  area: {
    en: 'Name the area that the newsletter is about, by its key, such as protection.',
    es: 'Indique el área de la que trata el boletín por su clave, por ejemplo protection.',
  },
};

/** What is wrong with what is asked for, before looking into any snapshot. */
export function paperProblems(kind: PaperKind, subject: string, format: ReportFormat): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (hasSubject(kind) && subject === '') problems.push({ field: 'subject', detail: MISSING[kind] });
  if (!hasSubject(kind) && subject !== '')
    problems.push({
      field: 'subject',
      detail: {
        en: 'Leave the subject out: this kind tells of the whole region.',
        es: 'No indique tema: este tipo trata de toda la región.',
      },
    });
  if (isSheetKind(kind) && isDataFormat(format))
    problems.push({
      field: 'format',
      detail: {
        en: 'A short paper has no tables of data: choose html, pdf, docx or json; the tables come with the annual or mid-year report.',
        es: 'Un documento breve no tiene tablas de datos: elija html, pdf, docx o json; las tablas acompañan al informe anual o al semestral.',
      },
    });
  return problems;
}
