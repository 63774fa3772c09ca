import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { type FileOrigin, FileOrigins, hashesIn } from '#features/editions';
import { withServices } from '../application.js';
import { CheckFailed, tell } from '../terminal.js';

/** In larger files no snapshot is looked for; ours are far smaller. */
const LOOKED_INTO = 200 * 1024 * 1024;

/** `mirps report verify FILE` */
export function verifyCommand(reports: Command): void {
  reports
    .command('verify')
    .description(
      'Tell whether a file is a report of this installation, and from which snapshot; exit code 3 when not',
    )
    .argument('<file>', 'the file')
    .option('--json', 'as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const bytes = await bytesOf(file);
      const hash = createHash('sha256');
      await pipeline(createReadStream(file), hash);
      const sha256 = hash.digest('hex');
      const [report, named] = await withServices(async (services) => {
        const origins = services.get(FileOrigins);
        const known = await origins.of(sha256);
        if (known || bytes > LOOKED_INTO) return [known, undefined];
        return [undefined, await origins.namedBy(hashesIn(await readFile(file)))];
      });
      tell(json, { file, sha256, report: report ?? null, named: report ? null : (named ?? null) }, () => {
        if (report) return told(file, report);
        const unknown = `${file} is not a report of this installation, or somebody changed it (SHA-256 ${sha256}).`;
        if (named)
          return `${unknown}\nIt names snapshot ${named.number} of ${named.cycleKey} (SHA-256 ${named.sha256}) as its source: it may be a report that somebody changed, or saved again with Word or another program.`;
        return bytes === 0 ? `${unknown}\nIt is empty.` : `${unknown}\n${WHAT_ELSE}`;
      });
      if (!report) throw new CheckFailed();
    });
}

const WHAT_ELSE =
  'Verify it as it was downloaded: a file that was saved again, and a table taken out of its ZIP, are other files.';

/** @throws Error that says what to name instead of something that is no file */
async function bytesOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}`,
    );
  });
  if (!found.isFile()) throw new Error(`${file} is not a file: name one file.`);
  return found.size;
}

const REPLACED = {
  draft:
    'Its edition was put together again before it was published: this is a draft that nobody outside was to read.',
  taken_back:
    'It was made again since, because something in it was taken back: do not show this file any more.',
  remade: 'It was made again since in a newer form, from the same snapshot and texts.',
} as const;

/** What a file of ours is, in sentences. */
function told(file: string, origin: FileOrigin): string {
  const { kind, subject, edition, cycleKey, lang, format, template, newer, replaced } = origin;
  const what = [kind, subject].filter(Boolean).join(' ');
  const name = edition === null ? `${what} report` : `edition ${edition} of the ${what} report`;
  const source = `from snapshot ${origin.snapshotNumber} (${origin.snapshotId}, SHA-256 ${origin.snapshotSha256})`;
  return [
    `${file} is ours: ${name} of ${cycleKey} in ${lang} as ${format}, form ${template},`,
    `${source}, made ${origin.madeAt.toISOString()}.`,
    ...(replaced ? [REPLACED[replaced]] : []),
    ...(!origin.public && replaced !== 'draft' ? ['It is not published.'] : []),
    ...(newer === null ? [] : [`Edition ${newer} corrects it.`]),
  ].join('\n');
}
