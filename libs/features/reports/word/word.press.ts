/** A process that writes one Word file and ends: its paragraphs take three hundred megabytes until they are text. */
import { enableCompileCache } from 'node:module';
import { json } from 'node:stream/consumers';

// Each document has a process of its own, which else would compile the packages anew.
enableCompileCache();
const { reportWord } = await import('./report.word.js');
process.stdout.write(await reportWord(...((await json(process.stdin)) as Parameters<typeof reportWord>)));
