#!/usr/bin/env node
import { loadPart } from '../composition/bundled.js';

const own = new URL('./program.js', import.meta.url);
const { runCommandLine } = await loadPart<typeof import('./program.js')>('cli', own);
process.exitCode = await runCommandLine(process.argv);
