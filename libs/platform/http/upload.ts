import { Readable } from 'node:stream';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Bilingual, DomainError, invalid } from './errors.js';

/** Largest file that a request may carry, in bytes. */
const FILE_LIMIT = 25 * 1024 * 1024;

/** What a form takes beside its file: boundaries, headers, other fields. */
const FORM_ROOM = 64 * 1024;

/** A form has one file and perhaps a few fields. Reading more parts, or longer headers of them, would keep everybody waiting. */
const MOST_PARTS = 20;
const LONGEST_HEADERS = 8 * 1024;

export interface UploadedFile {
  /** As the sender calls it. */
  name: string;
  bytes: Buffer;
}

/** A file on its way. Nothing of it is kept before it is read, so that who may not send it costs nothing. */
export interface Upload {
  /** @throws DomainError invalid without a file, malformed, payload_too_large */
  read(): Promise<UploadedFile>;
}

/** A route whose body is a form with one `file`. Every other route refuses such a body. */
export const TakesFile = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );

/** The file that a `TakesFile` route is sent. */
export const FileUpload = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { read: () => readFile(request) };
});

/** Hands forms, unread, to the routes that take files. */
export function readUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', (request: FastifyRequest, payload, done) => {
    const { takesFile } = request.routeOptions.config as { takesFile?: boolean };
    if (takesFile) done(null, payload);
    else done(new DomainError('unsupported_media'));
  });
}

async function readFile({ body, headers }: FastifyRequest): Promise<UploadedFile> {
  if (!(body instanceof Readable)) throw invalid('file', NEEDED);
  if (Number(headers['content-length'] ?? 0) > FILE_LIMIT + FORM_ROOM) throw tooLarge();
  const file = (await formOf(await bytesOf(body), headers['content-type'] ?? '')).get('file');
  if (!(file instanceof File) || file.size === 0) throw invalid('file', NEEDED);
  if (file.size > FILE_LIMIT) throw tooLarge();
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** The connection stays open when there is too much, so that the refusal arrives. */
async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > FILE_LIMIT + FORM_ROOM) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function formOf(bytes: Buffer, type: string): Promise<FormData> {
  if (!isModest(bytes, type)) throw new DomainError('malformed', UNREADABLE);
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new DomainError('malformed', UNREADABLE);
  }
}

/** Whether a form has few parts with short headers, found without reading it. */
function isModest(bytes: Buffer, type: string): boolean {
  const mark = `--${/boundary="?([^";]+)/i.exec(type)?.[1] ?? ''}`;
  let parts = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    const head = bytes.subarray(at + mark.length, at + mark.length + LONGEST_HEADERS);
    if (head.toString('latin1', 0, 2) === '--') return true;
    parts += 1;
    if (parts > MOST_PARTS || !head.includes('\r\n\r\n')) return false;
  }
  return true;
}

const tooLarge = (): DomainError =>
  new DomainError('payload_too_large', {
    en: 'A file can have 25 MB at most. Make it smaller, or give its address on the web instead.',
    es: 'Un archivo puede tener 25 MB como máximo. Redúzcalo o indique su dirección en la web.',
  });

const NEEDED: Bilingual = { en: 'choose a file that is not empty', es: 'elija un archivo que no esté vacío' };
const UNREADABLE: Bilingual = {
  en: 'The form with the file did not arrive whole. Send it again.',
  es: 'El formulario con el archivo no llegó completo. Envíelo de nuevo.',
};
