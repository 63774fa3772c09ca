import { body, direct } from '~/api/client';
import { isProblem, isUnreachable } from '~/api/problem';
import { alone } from '~/outbox/alone';
import type { Kept } from '~/outbox/kept';
import { type Marks, mirror, mirrored, type Mirrored } from '~/outbox/mirror';
import { handOver, sayNoChange, write } from '~/outbox/requests';
import { withFilesSent } from '~/outbox/send-files';
import { type Draft, unreadable } from '~/pages/update-form/draft';

/** A tab that sends is waited for this long; then the browser tries again later. */
const PATIENCE = 20_000;

/** Pages of the application, as a service worker sees them. */
export interface Pages {
  matchAll(options: {
    type: 'window';
    includeUncontrolled: true;
  }): Promise<readonly { visibilityState: DocumentVisibilityState }[]>;
}

/**
 * Sends what waits on this device while no page is looked at. What somebody has to decide about, a conflict or a refusal, is
 * left as it is: the next page that is opened sends it again, and tells.
 * @throws ProblemError when there is no network after all: the browser tries again
 */
export async function sendWhileClosed(pages: Pages): Promise<void> {
  const open = await pages.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.some(({ visibilityState }) => visibilityState === 'visible')) return;
  await alone(sendAll, AbortSignal.timeout(PATIENCE));
}

async function sendAll(): Promise<void> {
  const waiting = (await mirrored()).filter(isReady).toSorted((a, b) => a.kept.at.localeCompare(b.kept.at));
  if (waiting.length === 0) return;
  const userId = await whoWrites();
  for (const item of waiting) if (item.kept.userId === userId) await sendOne(item);
}

/** Nothing to decide, and all numbers can be read. */
const isReady = ({ kept, marks }: Mirrored): boolean =>
  !kept.stuck &&
  kept.gone !== kept.at &&
  !marks?.gone &&
  (!kept.draft || unreadable(kept.draft).length === 0);

/** Who is signed in on this device, as nobody but themselves. */
async function whoWrites(): Promise<string | undefined> {
  try {
    const { user, step, actingFor } = await body(direct.GET('/api/me'));
    return step || actingFor ? undefined : user.id;
  } catch (error) {
    if (isProblem(error) && error.status === 401) return undefined;
    throw error;
  }
}

async function sendOne(item: Mirrored): Promise<void> {
  try {
    await bring(item);
  } catch (error) {
    if (!isProblem(error) || isUnreachable(error)) throw error;
  }
}

async function bring({ kept, marks: before = {} }: Mirrored): Promise<void> {
  let marks: Marks = before;
  const note = (more: Marks): Promise<void> => {
    marks = { ...marks, ...more };
    return mirror({ kept, marks });
  };
  if (kept.draft === null) await sayNoChange(kept);
  else {
    const updateId = marks.saved?.updateId ?? (await save(kept, kept.draft, note));
    if (kept.submit) await handOver(updateId);
  }
  await note({ gone: true });
}

/** @returns the id of the update that the server has */
async function save(kept: Kept, draft: Draft, note: (more: Marks) => Promise<void>): Promise<string> {
  if (kept.savedAt === kept.at && kept.updateId !== null) return kept.updateId;
  // A file that the browser has cleared is told by the next page.
  const whole = await withFilesSent(kept, draft, '');
  await note({ tried: whole });
  const { id, version } = await write(kept, whole);
  await note({ saved: { updateId: id, version } });
  return id;
}
