import { body, direct } from '~/api/client';
import { isProblem, ProblemError } from '~/api/problem';
import type { Draft, EvidenceDraft } from '~/pages/update-form/draft';
import type { Place } from './kept';
import { fileAt, noteSent, type SentFile } from './kept-files';

/** A file that hangs longer is tried again. */
const PATIENCE = 15 * 60_000;

/** Where files of a commitment's update go. */
export const filesAddress = (commitmentId: string, cycleKey: string): string =>
  `/api/commitments/${commitmentId}/evidence-files?cycle=${encodeURIComponent(cycleKey)}`;

/**
 * Brings the files of a draft that wait on this device to the server, one after the other, before the draft goes that names
 * them. One that went is not sent again, whatever becomes of the draft.
 * @param gone what to say where the browser has cleared a file
 * @throws ProblemError that names the evidence
 */
export async function withFilesSent(place: Place, draft: Draft, gone: string): Promise<Draft> {
  const evidence: EvidenceDraft[] = [];
  for (const [index, { waits, ...item }] of draft.evidence.entries()) {
    const file = waits === undefined ? undefined : await sendFile(place, waits, index, gone);
    evidence.push(file ? { ...item, fileId: file.id, file } : item);
  }
  return { ...draft, evidence };
}

async function sendFile(place: Place, key: string, index: number, gone: string): Promise<SentFile> {
  const kept = await fileAt(key);
  if (!kept) throw refused(index, gone);
  if (kept.sent) return kept.sent;
  try {
    const sent = await upload(place, kept.file);
    await noteSent(key, kept, sent);
    return sent;
  } catch (error) {
    const [wrong] = isProblem(error) ? error.fields : [];
    throw wrong ? refused(index, wrong.detail) : error;
  }
}

function upload({ commitmentId: id, cycleKey: cycle }: Place, file: File): Promise<SentFile> {
  const form = new FormData();
  form.append('file', file);
  return body(
    direct.POST('/api/commitments/{id}/evidence-files', {
      params: { path: { id }, query: { cycle } },
      body: { file: file.name },
      bodySerializer: () => form,
      signal: AbortSignal.timeout(PATIENCE),
    }),
  );
}

const refused = (index: number, detail: string): ProblemError =>
  new ProblemError(
    422,
    'invalid',
    '',
    detail,
    undefined,
    [{ field: `evidence[${index}].fileId`, detail }],
    {},
  );
