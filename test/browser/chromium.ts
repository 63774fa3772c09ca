import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const WHERE = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium: the one named by CHROMIUM_PATH, the system's, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const found = WHERE.find((path) => path !== undefined && existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: ARGS });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...ARGS] });
}
