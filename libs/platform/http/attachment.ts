import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** Sends bytes as a file whose name ends in its kind: `csv`, `json` or `jsonl`. */
export function sendAttachment(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  bytes: Readable,
): void {
  if (request.raw.destroyed || reply.raw.destroyed) {
    bytes.destroy(); // the caller left while waiting for a turn
    return;
  }
  void reply
    .header('content-type', TYPES[name.slice(name.lastIndexOf('.') + 1)])
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(bytes);
}
