import i18next from 'i18next';
import { isProblem, ProblemError } from '~/api/problem';
import { uploadUnasked } from '~/api/upload';
import type { EvidenceDraft } from '~/pages/update-form/draft';
import { asSent } from '~/pages/update-form/evidence/photo';
import { keep, type Kept, keptAt, keyOf } from './kept-drafts';
import { fileAt, noteSent, type SentFile } from './kept-files';

/** A file that hangs longer is tried again. */
const PATIENCE = 15 * 60_000;

/** Where files of a commitment's update go. */
export const filesAddress = (commitmentId: string, cycleKey: string): string =>
  `/api/commitments/${commitmentId}/evidence-files?cycle=${encodeURIComponent(cycleKey)}`;

/**
 * Brings the files of a draft that wait on this device to the server, one after the other, before the draft goes that names
 * them. One that went is not sent again, whatever becomes of the draft.
 * @throws ProblemError that names the evidence
 */
export async function sendFiles(kept: Kept): Promise<Kept> {
  if (!kept.draft) return kept;
  const evidence: EvidenceDraft[] = [];
  for (const [index, item] of kept.draft.evidence.entries())
    evidence.push(item.waits ? withFile(item, await sendFile(kept, item.waits, index)) : item);
  const ready = { ...kept, draft: { ...kept.draft, evidence } };
  if (keptAt(keyOf(kept))?.at === kept.at) keep(ready);
  return ready;
}

function withFile(item: EvidenceDraft, file: SentFile): EvidenceDraft {
  const sent = { ...item, fileId: file.id, file };
  delete sent.waits;
  return sent;
}

async function sendFile({ commitmentId, cycleKey }: Kept, key: string, index: number): Promise<SentFile> {
  const kept = await fileAt(key);
  if (!kept) throw refused(index, i18next.t('evidence.gone'));
  if (kept.sent) return kept.sent;
  try {
    const url = filesAddress(commitmentId, cycleKey);
    const sent = await uploadUnasked<SentFile>(url, await asSent(kept.file), {
      signal: AbortSignal.timeout(PATIENCE),
    });
    await noteSent(key, kept, sent);
    return sent;
  } catch (error) {
    const [wrong] = isProblem(error) ? error.fields : [];
    throw wrong ? refused(index, wrong.detail) : error;
  }
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
