/**
 * Knows what is built from what, and builds only what is stale. A build's stamp is removed before it and written
 * after it, so that an interrupted build is done again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In this order. `inputs` are files or folders; `outputs` are emptied before (`clean`) or at least must exist after.
 * The typed web client comes from the server's own description of its routes.
 */
const BUILDS = [
  {
    name: 'server',
    script: 'build:server',
    inputs: [
      'apps/api',
      'apps/worker',
      'apps/cli',
      'apps/launcher',
      'apps/composition',
      'libs',
      'migrations',
      'seeds',
      '.swcrc',
    ],
    ignores: /\.spec\.ts$/,
    clean: ['dist/apps', 'dist/libs', 'dist/migrations', 'dist/seeds'],
    outputs: ['dist/apps/launcher/main.js'],
  },
  {
    name: 'web client',
    script: 'build:client',
    inputs: ['apps/api', 'apps/composition', 'libs', 'scripts/web-client.mjs'],
    ignores: /\.spec\.ts$/,
    clean: [],
    outputs: ['apps/web/src/api/schema.d.ts'],
  },
  {
    name: 'web',
    script: 'build:web',
    inputs: ['apps/web'],
    ignores: /\.spec\.tsx?$/,
    clean: [],
    outputs: ['dist/web/index.html'],
  },
];

/** @param {{ folder: string, run: (script: string) => void, say: (sentence: string) => void, stop: (sentence: string) => never }} context */
export function bringUpToDate({ folder, run, say, stop }) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const tools = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  mkdirSync(join(folder, 'dist', '.stamps'), { recursive: true });
  for (const build of BUILDS) {
    const command = manifest.scripts?.[build.script];
    if (command === undefined) continue;
    const stampFile = join(folder, 'dist', '.stamps', build.script.replace(':', '-'));
    const seen = look(folder, build, `${command}\n${tools}`);
    const stamp = readStamp(stampFile);
    const complete = build.outputs.every((output) => existsSync(join(folder, output)));
    if (complete && stamp.times === seen.times) continue;
    const contents = seen.contents();
    if (!complete || stamp.contents !== contents) {
      say(`Building the ${build.name}…`);
      const began = Date.now();
      rmSync(stampFile, { force: true });
      for (const output of build.clean) rmSync(join(folder, output), { recursive: true, force: true });
      run(build.script);
      const missing = build.outputs.find((output) => !existsSync(join(folder, output)));
      if (missing) stop(`"npm run ${build.script}" ended well but did not make ${missing}.`);
      say(`Built the ${build.name} in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    }
    // What changed while it was being built must count as stale next time: the stamp is of what was seen before.
    writeFileSync(stampFile, JSON.stringify({ times: seen.times, contents }));
  }
}

/** Sizes and times tell in milliseconds that nothing changed; when they differ, the contents decide. */
function look(folder, build, extra) {
  const files = build.inputs
    .flatMap((input) => filesUnder(folder, input))
    .filter((file) => !build.ignores.test(file))
    .sort();
  const times = createHash('sha256').update(extra);
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(folder, file));
    times.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  const contents = () => {
    const hash = createHash('sha256').update(extra);
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\n');
    return hash.digest('hex');
  };
  return { times: times.digest('hex'), contents };
}

function filesUnder(folder, input) {
  const found = statSync(join(folder, input), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [input];
  return readdirSync(join(folder, input), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(folder, `${input}/${entry.name}`)
      : entry.isFile()
        ? [`${input}/${entry.name}`]
        : [],
  );
}

function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Missing or cut short: build again.
    return {};
  }
}
