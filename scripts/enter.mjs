/** Goes on into a built program: in this process when its Node is new enough, else in one of the Node that the packages bring. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileCache, isNewEnough, projectFolder, runtimeEnvironment, runtimeNode } from './bootstrap.mjs';

/** @param {string} program path in the repository @param {string[]} args */
export async function enter(program, args) {
  const file = join(projectFolder, program);
  process.env.NODE_COMPILE_CACHE ??= compileCache;
  if (isNewEnough()) {
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(process.env.NODE_COMPILE_CACHE);
    process.argv = [process.argv[0], file, ...args];
    whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
    await import(pathToFileURL(file).href);
    return;
  }
  // The channel tells the program when this process is gone, even by kill -9.
  const child = spawn(runtimeNode(), [file, ...args], {
    cwd: projectFolder,
    env: runtimeEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill('SIGTERM'));
  child.once('error', (error) => {
    console.error(`Node could not be started (${error.message}).`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

/**
 * Somebody who kills npm wants to kill what it runs, and npm cannot pass that on. Started by something else, a
 * shell or a service manager, a process may well outlive its parent.
 */
function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const before = starters();
  const watch = setInterval(() => {
    if (starters() === before) return;
    clearInterval(watch);
    callback();
  }, 150).unref();
}

/** Who started this process, up to npm: the shell that npm runs its scripts with may stay in between. */
function starters() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const isShell = /^(da|ba|)sh$/.test(stat.slice(stat.indexOf('(') + 1, end));
    return isShell ? `${parent} ${stat.slice(end + 2).split(' ')[1]}` : String(parent);
  } catch {
    // It ended between the two looks.
    return 'nobody';
  }
}
