import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells one shape of the answers that devices keep from another: the API's description, and the questions whose answers are
 * kept. Another build of the same shape reads what an earlier one kept.
 */
export function answersShape(source: string): string {
  const asks = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .filter((code) => code.includes('...KEPT'));
  const schema = readFileSync(join(source, 'api/schema.d.ts'), 'utf8');
  return createHash('sha256')
    .update([schema, ...asks].join())
    .digest('hex')
    .slice(0, 16);
}
