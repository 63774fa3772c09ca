import { body, direct } from '~/api/client';
import { isProblem } from '~/api/problem';
import type { Me } from './session';

/** Whether somebody is signed in now: nobody, the same person with the same powers, that person but for a second step, another one. */
export type SessionStanding = 'nobody' | 'same' | 'verify' | 'enrol' | 'other';

/** Who is signed in now, seen from who was. @throws ProblemError when the API does not answer */
export async function standingOf(before: Me): Promise<SessionStanding> {
  try {
    const now = await body(direct.GET('/api/me'));
    if (now.user.id !== before.user.id) return 'other';
    if (now.step) return now.step;
    return now.actingFor?.userId === before.actingFor?.userId ? 'same' : 'other';
  } catch (error) {
    if (isProblem(error) && error.status === 401) return 'nobody';
    throw error;
  }
}
