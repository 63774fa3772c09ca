import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { signInAgain } from '~/api/client';
import { notify } from '~/ui/notice';
import { alone } from './alone';
import { type Kept, keptAt, keptBy, keptTexts, keyOf, onKept } from './kept-drafts';
import { type Outcome, send } from './send';
import { listen, openSince, tell, tellForm, toldNow } from './standing';
import { exchange } from './while-closed';

/** A form that is being written in sends by itself only after so long a pause; everything else goes at once. */
const PAUSE = 20_000;
/** Without a network it is tried again by itself, ever more seldom. */
const RETRY = { first: 4_000, most: 60_000 };

interface Sender {
  client: QueryClient;
  userId: string;
}

const waitingFor = new Map<string, (outcome: Outcome) => void>();
let sender: Sender | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let layingOut: ReturnType<typeof setTimeout> | undefined;
let retryIn = RETRY.first;
let running = false;

/** Sends from now on whatever this person leaves on the device, in the order in which it was written. */
export function startSending(next: Sender): () => void {
  sender = next;
  tell({ paused: navigator.onLine ? null : 'offline' });
  const wake = () => {
    retryIn = RETRY.first;
    void run();
  };
  const reconnected = () => {
    tell({ paused: null });
    wake();
  };
  const layOut = () => void alone(() => exchangeOf(next.userId));
  const stop = [onKept(plan), listen(plan), onKept(() => layOutSoon(layOut))];
  window.addEventListener('online', reconnected);
  window.addEventListener('offline', noNetwork);
  document.addEventListener('visibilitychange', wake);
  void run();
  void import('./kept-files')
    .then(({ forgetFilesBut }) => forgetFilesBut(keptTexts()))
    .catch(() => undefined);
  return () => {
    sender = null;
    stop.forEach((end) => end());
    clearTimeout(layingOut);
    layOut();
    clearTimeout(timer);
    window.removeEventListener('online', reconnected);
    window.removeEventListener('offline', noNetwork);
    document.removeEventListener('visibilitychange', wake);
  };
}

/** What is written is laid out for the service worker once the person pauses. */
function layOutSoon(layOut: () => void): void {
  clearTimeout(layingOut);
  layingOut = setTimeout(layOut, 500);
}

const noNetwork = (): void => tell({ paused: 'offline' });

/** Sends one thing now, and says what became of it. */
export async function sendNow(next: Sender, key: string): Promise<Outcome> {
  const outcome = await sendOnce(next, key);
  return outcome.to === 'signIn' && (await signedInAgain()) ? sendOnce(next, key) : outcome;
}

/** Asks only when nothing is being sent: another tab, where the person may be, could not send meanwhile. */
async function signedInAgain(): Promise<boolean> {
  const again = (await signInAgain.ask?.().catch(() => false)) ?? false;
  if (again) tell({ paused: null });
  return again;
}

function sendOnce(next: Sender, key: string): Promise<Outcome> {
  sender ??= next;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  waitingFor.set(key, resolve);
  void run();
  return promise;
}

const isUrgent = (kept: Kept): boolean => waitingFor.has(keyOf(kept));

/** Milliseconds until this may go; nothing when it waits for the person. */
function dueIn(kept: Kept): number | undefined {
  if (isUrgent(kept)) return 0;
  if (kept.stuck) return undefined;
  const since = openSince(keyOf(kept));
  if (kept.submit || since === undefined || document.visibilityState === 'hidden') return 0;
  return Math.max(0, Math.max(Date.parse(kept.at), since) + PAUSE - Date.now());
}

/** Sets the alarm for what may go next. */
function plan(): void {
  if (!sender || running || toldNow().paused === 'signIn') return;
  const next = keptBy(sender.userId)
    .map(dueIn)
    .filter((wait) => wait !== undefined);
  clearTimeout(timer);
  if (next.length === 0) return;
  const wait = Math.min(...next);
  timer = setTimeout(() => void run(), toldNow().paused === null ? wait : Math.max(wait, retryIn));
}

/** Without that storage everything goes when a page is open. */
const exchangeOf = (userId: string): Promise<void> => exchange(userId).catch(() => undefined);

async function run(): Promise<void> {
  if (running || !sender) return;
  running = true;
  const { client, userId } = sender;
  try {
    await alone(async () => {
      await exchangeOf(userId);
      for (let next = pick(userId); next; next = pick(userId)) if (!(await sendOne(client, next))) break;
      await exchangeOf(userId);
    });
  } finally {
    running = false;
    tell({ sending: null });
    answerAll({ to: 'waiting' });
    plan();
  }
}

const pick = (userId: string): Kept | undefined => {
  const ready = keptBy(userId).filter((kept) => dueIn(kept) === 0);
  return ready.find(isUrgent) ?? ready[0];
};

/** Sends one; false when nothing more can be sent for now. */
async function sendOne(client: QueryClient, kept: Kept): Promise<boolean> {
  const key = keyOf(kept);
  const isOpen = openSince(key) !== undefined;
  tell({ sending: key });
  const outcome = await send(client, kept).catch((): Outcome => ({ to: 'waiting' }));
  if (outcome.to === 'signIn' && !isUrgent(kept))
    void signedInAgain().then((again) => (again ? run() : undefined));
  answer(key, outcome);
  tellForm(key, kept, outcome);
  if (outcome.to === 'waiting' || outcome.to === 'signIn') {
    tell({ paused: outcome.to === 'signIn' ? 'signIn' : 'offline' });
    retryIn = Math.min(retryIn * 2, RETRY.most);
    return false;
  }
  tell({ paused: null });
  retryIn = RETRY.first;
  if (outcome.to === 'sent' && outcome.submitted && !isOpen)
    notify(i18next.t(kept.draft ? 'form.submitted' : 'noChange.done', { code: kept.code }));
  return keptAt(key)?.at !== kept.at || outcome.to !== 'sent';
}

function answer(key: string, outcome: Outcome): void {
  waitingFor.get(key)?.(outcome);
  waitingFor.delete(key);
}

function answerAll(outcome: Outcome): void {
  [...waitingFor.keys()].forEach((key) => answer(key, outcome));
}
