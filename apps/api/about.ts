/** How the API introduces itself in its own description. */
export const about = {
  title: 'MIRPS tracker',
  description:
    'Follow-up of the commitments that seven States made under the MIRPS: plans, reporting cycles, progress updates, ' +
    'regional rollups and reports. Sign in with POST /api/auth/sign-in/email; the session travels in a cookie. Errors are ' +
    'problem documents (RFC 9457). Lists are pages with a cursor. Writes that could overwrite somebody else’s take ' +
    'If-Match. Creating ones take Idempotency-Key: sent again with the same key within a day, a request whose answer was ' +
    'lost gets the first answer and makes nothing twice; with another content it is refused with 422.',
  version: '1',
  sessionCookie: 'mirps.session_token',
};
