#!/usr/bin/env node
import 'reflect-metadata';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { runCommandLine } = await import('./program.js');
process.exitCode = await runCommandLine(process.argv);
