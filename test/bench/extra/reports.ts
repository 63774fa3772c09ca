import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  composeReport,
  type ReportDto,
  type ReportFormat,
  ReportRequests,
  ReportsService,
} from '#features/reports';
import { type SnapshotContent, SnapshotsService } from '#features/rollups';
import { SYSTEM } from '#platform/http';
import type { Services } from '../../../apps/cli/application.js';
import { pictures } from '../../reports/pictures.js';
import { product } from '../data/dataset.js';
import { DEMO, demo } from '../data/demo.js';
import { fullerYear } from '../data/fuller-year.js';
import { manyYears } from '../data/ten-years.js';
import {
  cpuTimeOfFamily,
  cpuTimeOfMachine,
  forgetPeak,
  peakMemory,
  peakMemoryOfChildren,
} from '../processes.js';
import { type Server, startWorker } from '../product.js';
import { type Extra, say } from '../report.js';

const ROUNDS = 5;
const YEARS = 10;
const PATIENCE_MS = 180_000;
const GOALS: readonly { format: ReportFormat; seconds: number }[] = [
  { format: 'html', seconds: 0.5 },
  { format: 'xlsx', seconds: 1 },
  { format: 'docx', seconds: 2 },
  { format: 'pdf', seconds: 2 },
];

interface Wanted {
  snapshotId: string;
  lang: 'en' | 'es';
  format: ReportFormat;
}

interface Run {
  /** From the first request until the last file is stored. */
  seconds: number;
  /** Seconds of the worker and of what it started. */
  processor: number;
  /** Share of the processors that other work on the machine took. */
  others: number;
}

/**
 * The Annual Report of the demo (seven States with 33 commitments, 199 facts) and of what a Secretariat would enter beside, from the request until its file is stored,
 * by a worker that made one of each before; five at once; and one with ten years of plans.
 */
export async function reports(server: string): Promise<Extra[]> {
  const url = await demo(server, 'bench_reports');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const worker = await startWorker(url, DEMO);
  try {
    return await product(url, (services) => measure(new Making(services, client, worker)), DEMO);
  } finally {
    await worker.stop();
    await client.end();
  }
}

async function measure(making: Making): Promise<Extra[]> {
  const year = await making.snapshot(() => making.fuller());
  const annual = (lang: Wanted['lang'], format: ReportFormat): Wanted => ({ snapshotId: year, lang, format });
  for (const { format } of GOALS) await making.make([annual('en', format)]);
  making.forget();
  const extras: Extra[] = [await making.pictures(year)];
  for (const { format, seconds } of GOALS) {
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      runs.push(await making.make([annual(round % 2 ? 'en' : 'es', format)]));
    extras.push(extra(`Annual Report as ${format.toUpperCase()}`, `under ${seconds} s`, ...runs));
  }
  const five = [annual('es', 'pdf'), ...GOALS.map(({ format }) => annual('en', format))];
  extras.push(extra('five reports at once', 'none fails', await making.make(five)), ...making.memory(''));
  making.forget();
  const long = await making.snapshot((content) => manyYears(content, YEARS));
  const many = `${YEARS} years of plans, 2,310 commitments`;
  const run = await making.make([{ snapshotId: long, lang: 'es', format: 'pdf' }]);
  return [...extras, extra(`${many}, as PDF`, 'under 15 s', run), ...making.memory(`, ${many}`)];
}

function extra(name: string, target: string, ...runs: Run[]): Extra {
  const [median] = runs.toSorted((a, b) => a.seconds - b.seconds).slice(Math.floor(runs.length / 2));
  const told = runs.map(({ seconds }) => seconds.toFixed(2)).join(', ');
  return {
    name,
    value: median?.seconds ?? NaN,
    unit: 's',
    target,
    note: `${told}; processor ${median?.processor.toFixed(1)} s, others ${(100 * (median?.others ?? NaN)).toFixed(0)} %`,
  };
}

/** Asks for reports and waits for them. */
class Making {
  private pressPeak = 0;

  constructor(
    private readonly services: Services,
    private readonly client: pg.Client,
    private readonly worker: Server,
  ) {}

  /** A newer snapshot of the demo's year, made from its own. @returns its id */
  async snapshot(
    change: (content: SnapshotContent) => SnapshotContent | Promise<SnapshotContent>,
  ): Promise<string> {
    const { rows } = await this.client.query<{ id: string; canonical: string }>(
      `SELECT s.id, s.canonical FROM snapshots s JOIN cycles c ON c.id = s.cycle_id WHERE c.key = '2024-annual' AND s.number = 1`,
    );
    const [first] = rows;
    if (!first) throw new Error('The demo has no snapshot of its year');
    const changed = await this.client.query<{ id: string }>(
      `INSERT INTO snapshots (id, cycle_id, number, sha256, canonical, summary)
       SELECT gen_random_uuid(), cycle_id, (SELECT max(number) + 1 FROM snapshots o WHERE o.cycle_id = s.cycle_id), encode(sha256(convert_to($2, 'UTF8')), 'hex'), $2, summary FROM snapshots s WHERE id = $1
       RETURNING id`,
      [first.id, JSON.stringify(await change(JSON.parse(first.canonical) as SnapshotContent))],
    );
    return changed.rows[0]?.id ?? '';
  }

  /** The year with everything that a report can draw. */
  fuller(): Promise<SnapshotContent> {
    return fullerYear(this.services, this.client);
  }

  /** How many charts and maps the Annual Report has. */
  async pictures(snapshotId: string): Promise<Extra> {
    const content = await this.services.get(SnapshotsService).content(snapshotId);
    const report = composeReport(content, { snapshotId, number: 1, sha256: '' }, 'annual', 'en');
    const drawn = pictures(report);
    return {
      name: 'charts and maps of the Annual Report',
      value: drawn.length,
      unit: 'pictures',
      target: 'at least 20',
      note: drawn.map(({ id }) => id).join(', '),
    };
  }

  /** Has reports made anew. */
  async make(wanted: readonly Wanted[]): Promise<Run> {
    await this.client.query('DELETE FROM reports');
    const service = this.services.get(ReportsService);
    const requests = this.services.get(ReportRequests);
    const began = performance.now();
    const before = this.processors();
    await Promise.all(wanted.map((each) => requests.request({ ...each, kind: 'annual' }, SYSTEM)));
    for (;;) {
      this.look();
      const made = await service.list(SYSTEM);
      const failed = made.filter(({ state }) => state === 'failed');
      if (failed.length > 0) throw new Error(`A report failed: ${failed.map(sentence).join(', ')}`);
      const seconds = (performance.now() - began) / 1000;
      if (made.every(({ state }) => state === 'done')) {
        say(`  ${made.map(sentence).join(', ')} in ${seconds.toFixed(2)} s`);
        const after = this.processors();
        const processor = after.worker - before.worker;
        const all = after.machine - before.machine - (after.self - before.self);
        return { seconds, processor, others: (all - processor) / (seconds * availableParallelism()) };
      }
      if (seconds * 1000 > PATIENCE_MS) throw new Error(`Not made in ${seconds.toFixed(0)} s`);
      await pause(10);
    }
  }

  /** Begins a new reckoning of the peaks. */
  forget(): void {
    forgetPeak(this.worker.pid);
    this.pressPeak = 0;
  }

  memory(when: string): Extra[] {
    return [
      {
        name: `worker memory at peak${when}`,
        value: peakMemory(this.worker.pid),
        unit: 'MiB',
        target: 'under 400 MiB',
      },
      {
        name: `memory at peak of a process that makes a document${when}`,
        value: this.pressPeak,
        unit: 'MiB',
      },
    ];
  }

  /** Processor time so far, seconds: of the machine, of the worker with its children, of this process. */
  private processors(): { machine: number; worker: number; self: number } {
    const { user, system } = process.cpuUsage();
    return {
      machine: cpuTimeOfMachine() / 1000,
      worker: cpuTimeOfFamily(this.worker.pid) / 1000,
      self: (user + system) / 1e6,
    };
  }

  /** A press says nothing any more once it has ended. */
  private look(): void {
    this.pressPeak = Math.max(this.pressPeak, peakMemoryOfChildren(this.worker.pid));
  }
}

const sentence = ({ format, lang, error }: ReportDto): string =>
  `${format} ${lang}${error ? ` (${error})` : ''}`;
