/**
 * One part alone: `part.js api|worker|cli [arguments]`. With DATABASE_URL it is that program and nothing else; without,
 * the program runs as a child beside the embedded database, which it shares with whoever uses it already.
 */
import { KeptDatabase } from './kept-database.js';
import { PartProcess } from './part-process.js';
import { sentenceOf } from './problem.js';
import { onStopRequest } from './stop-signals.js';
import { readSurroundings, type Surroundings } from './surroundings.js';

const PATIENCE_MS = 30_000;

async function besideEmbeddedDatabase(
  program: string,
  args: string[],
  surroundings: Surroundings,
): Promise<number> {
  const log = (line: string): void => console.error(line);
  const database = await KeptDatabase.open(surroundings.dataDir, log);
  try {
    const part = new PartProcess({
      name: program,
      program,
      args,
      environment: { ...surroundings.environment, DATABASE_URL: database.url },
    });
    onStopRequest(() => void part.stop(PATIENCE_MS));
    database.watch(
      () => void part.stop(PATIENCE_MS),
      () => void part.stop(PATIENCE_MS),
    );
    return (await part.ended).code ?? 1;
  } finally {
    await database.stop();
  }
}

const [part = '', ...args] = process.argv.slice(2);
const program = `apps/${part}/main.js`;
try {
  const surroundings = await readSurroundings(process.env, 'off');
  if (surroundings.embedded) {
    process.exit(await besideEmbeddedDatabase(program, args, surroundings));
  } else {
    Object.assign(process.env, surroundings.environment);
    process.argv = [process.argv[0] ?? 'node', program, ...args];
    await import(new URL(`../../${program}`, import.meta.url).href);
  }
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
