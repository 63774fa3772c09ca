import { COMMON_WORDS, PLACES } from './data/search.sql.js';
import type { Operation, Sessions } from './operations.js';
import { cookieOf, get } from './operations.js';

/** Rows of a page. */
const LIMIT = 20;

interface Question {
  q: string;
  kind?: 'update' | 'commitment';
  state?: string;
}

/** A place that some updates name: all kinds at first, then one kind, then one State; and words that stand in most. */
const QUESTIONS: Question[] = [
  ...PLACES.flatMap((q, i): Question[] => [
    { q },
    i % 2 === 0 ? { q, kind: 'update' } : { q, kind: 'update', state: 'MX' },
  ]),
  ...COMMON_WORDS.map((q, i): Question => (i % 2 === 0 ? { q } : { q, kind: 'update' })),
];

/**
 * Words looked for in everything that one may read: by the Secretariat, which sees all that was submitted, and by a focal
 * point, who sees what is published and the own State's. The floor knows nothing of rights, and of two kinds only.
 */
export function searches(sessions: Sessions): Operation[] {
  return ['secretariat', 'focal0.mx'].map((who) => ({
    key: 's',
    who,
    title: `words in all texts, looked for by ${who}`,
    product: QUESTIONS.map((question) =>
      get(`/api/search?${asQuery({ ...question, limit: String(LIMIT) })}`, cookieOf(sessions, who)),
    ),
    floor: QUESTIONS.map(({ q, kind = '', state = '' }) =>
      get(`/search?${asQuery({ q: folded(q), kind, state, limit: String(LIMIT) })}`),
    ),
    once: false,
    drain: false,
  }));
}

const asQuery = (query: object): string => new URLSearchParams({ ...query }).toString();

/** The floor is asked in small letters without accents. */
const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
