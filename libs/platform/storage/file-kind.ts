import { type Bilingual, invalid, type UploadedFile } from '#platform/http';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** What a file of people may be, with the ending of its name: nothing that runs when somebody opens it. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  [`${OFFICE}.wordprocessingml.document`, 'docx'],
  [`${OFFICE}.spreadsheetml.sheet`, 'xlsx'],
  [`${OFFICE}.presentationml.presentation`, 'pptx'],
  [`${OPEN}.text`, 'odt'],
  [`${OPEN}.spreadsheet`, 'ods'],
  [`${OPEN}.presentation`, 'odp'],
]);

/**
 * Name, content type and ending of an uploaded file. Its bytes say what it is; the ending of its name follows them.
 * @param only whether nothing but a picture will do
 * @throws DomainError invalid for anything but PDF, images and office documents without macros
 */
export async function fileKindOf(
  { name, bytes }: UploadedFile,
  only?: 'picture',
): Promise<{ name: string; contentType: string; ending: string }> {
  // Loaded with the first upload: it knows hundreds of formats, which an API at rest need not keep in memory.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  const ending = found && ENDINGS.get(found.mime);
  if (!found || !ending || (only && !found.mime.startsWith('image/')))
    throw invalid('file', only ? NO_PICTURE : NOT_TAKEN);
  const stem = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\p{Cc}\p{Cf}"]/gu, '')
    .trim()
    .slice(0, 150);
  return { name: `${stem || 'file'}.${ending}`, contentType: found.mime, ending };
}

/** The content type of a file that was kept, by the ending of its key. */
export const contentTypeOf = (key: string): string =>
  [...ENDINGS].find(([, ending]) => key.endsWith(`.${ending}`))?.[0] ?? 'application/octet-stream';

/** `Content-Disposition` of a download (RFC 6266): the name in ASCII, and whole. */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

const NOT_TAKEN: Bilingual = {
  en: 'must be a PDF, an image (PNG, JPEG, WebP) or an office document (docx, xlsx, pptx, odt, ods, odp). Save older formats as one of these.',
  es: 'debe ser un PDF, una imagen (PNG, JPEG, WebP) o un documento de oficina (docx, xlsx, pptx, odt, ods, odp). Guarde los formatos antiguos como uno de estos.',
};

const NO_PICTURE: Bilingual = {
  en: 'must be a picture: JPEG, PNG or WebP. A phone that saves others (HEIC) can be set to JPEG, or the picture saved as one.',
  es: 'debe ser una imagen: JPEG, PNG o WebP. Si el teléfono guarda otros formatos (HEIC), configúrelo en JPEG o guarde la imagen como JPEG.',
};
