/** A process that writes one Word file and ends: its paragraphs take three hundred megabytes until they are text. */
import { json } from 'node:stream/consumers';
import { reportWord } from './report.word.js';

process.stdout.write(await reportWord(...((await json(process.stdin)) as Parameters<typeof reportWord>)));
