/** `npm start`: the whole product on this machine. Ends with 0 when it was asked to stop, else with 1 and one sentence. */
import { Launcher } from './launcher.js';
import { sentenceOf, StopRequested } from './problem.js';
import { onStopRequest } from './stop-signals.js';
import { readSurroundings } from './surroundings.js';
import { welcome } from './welcome.js';

let launcher: Launcher | undefined;
let exitCode = 0;

async function end(error?: unknown): Promise<never> {
  if (error !== undefined && !(error instanceof StopRequested) && exitCode === 0) {
    exitCode = 1;
    console.error(sentenceOf(error));
  }
  try {
    await launcher?.stop();
  } catch (failure) {
    exitCode = 1;
    console.error(sentenceOf(failure));
  }
  process.exit(exitCode);
}

onStopRequest(() => {
  console.log('\nStopping…');
  void end().finally(() => undefined);
});
process.on('uncaughtException', (error) => void end(error));

try {
  const surroundings = await readSurroundings(process.env, 'on');
  launcher = new Launcher(
    surroundings,
    (line) => console.log(line),
    (error) => void end(error),
  );
  await launcher.start();
  console.log(welcome(surroundings.config, surroundings.dataDir));
} catch (error) {
  await end(error);
}
