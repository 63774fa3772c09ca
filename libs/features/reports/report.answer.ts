import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { knowsTag } from '#platform/http';
import { REPORT_POLICY } from './html/report.html.js';
import { REPORT_CONTENT_TYPES, type ReportFormat } from './report.vocabulary.js';

interface SentFile {
  sha256: string;
  bytes: number | null;
  format: ReportFormat;
  /** What it is called when it is saved. */
  name: string;
  content: Readable;
}

/**
 * Sends the file of a report under its hash as ETag, with a policy that lets nothing run.
 * @param known what `If-None-Match` says @returns undefined for 304
 */
export function fileAnswer(
  reply: FastifyReply,
  known: string | undefined,
  { sha256, bytes, format, name, content }: SentFile,
): StreamableFile | undefined {
  const tag = `"${sha256}"`;
  void reply.headers({
    etag: tag,
    'content-security-policy': `${REPORT_POLICY}; frame-ancestors 'self'`,
  });
  if (knowsTag(known, tag)) {
    content.destroy();
    void reply.code(304);
    return undefined;
  }
  return new StreamableFile(content, {
    type: REPORT_CONTENT_TYPES[format],
    length: bytes ?? undefined,
    disposition: `inline; filename="${name}"`,
  });
}
