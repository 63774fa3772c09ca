import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.js';

const CANDIDATES = ['/var/lib/mirps-postgres', '/var/tmp/mirps-postgres'];

/** A folder that root owns and that every account can pass: for what PostgreSQL's account cannot reach elsewhere. */
export function sharedFolder(): string {
  for (const folder of CANDIDATES) {
    try {
      // Set apart from making it, because a strict umask would close it.
      if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
      const found = lstatSync(folder);
      // /var/tmp is open to all: a folder that somebody else prepared there is not ours to use.
      if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return folder;
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresError(
    `No folder can be made that PostgreSQL's account can reach (tried ${CANDIDATES.join(' and ')}): set MIRPS_DATA to a folder outside any closed home folder, or set DATABASE_URL.`,
  );
}
