/** Whether two assignments of a statement make their holders colleagues: the same State or team, or the same regional office. */
const together = (a: string, b: string): string =>
  `(${a}.state_code = ${b}.state_code OR ${a}.team_key = ${b}.team_key
      OR (${a}.state_code IS NULL AND ${a}.team_key IS NULL AND ${a}.role = ${b}.role))`;

const holdsAt = (assignment: string, instant: string): string =>
  `${assignment}.valid_from <= ${instant} AND (${assignment}.valid_to IS NULL OR ${assignment}.valid_to > ${instant})`;

/** Whether two people work together at an instant, by the roles that they hold then. */
export const areColleagues = (one: string, other: string, instant: string): string => `EXISTS (
       SELECT FROM role_assignments a JOIN role_assignments b ON ${together('a', 'b')}
        WHERE a.user_id = ${one} AND ${holdsAt('a', instant)} AND b.user_id = ${other} AND ${holdsAt('b', instant)})`;

/** People who work with `$1` at `$2`, with a role of theirs. */
export const COLLEAGUES = `
  SELECT DISTINCT ON (u.name, u.id) u.id, u.name, b.role
    FROM role_assignments a
    JOIN role_assignments b ON b.user_id <> a.user_id AND ${holdsAt('b', '$2')} AND ${together('a', 'b')}
    JOIN auth_users u ON u.id = b.user_id AND u.active
   WHERE a.user_id = $1 AND ${holdsAt('a', '$2')}
   ORDER BY u.name, u.id, b.role`;
