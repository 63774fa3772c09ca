import type { EditionFile } from './edition-queries';

/** For reading before for computing. */
const FORMATS = ['pdf', 'html', 'docx', 'xlsx', 'csv', 'json'] as const;

/** Formats by the names that people know, which are the same in both languages. */
const NAMES: Record<EditionFile['format'], string> = {
  pdf: 'PDF',
  html: 'HTML',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
};

export const formatName = (format: EditionFile['format']): string => NAMES[format];

/** The files in one language, those for reading first. */
export const filesIn = <F extends Pick<EditionFile, 'lang' | 'format'>>(
  { files }: { files: readonly F[] },
  lang: EditionFile['lang'],
): F[] => FORMATS.flatMap((format) => files.filter((file) => file.lang === lang && file.format === format));
