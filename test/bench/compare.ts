import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { compareAnswers, floorRequest } from './checks.js';
import { statements } from './data/dataset.js';
import { LAST_YEAR } from './data/generate.sql.js';
import type { FloorVariant } from './floor/queries.js';
import { type Loader, percentile } from './load/loader.js';
import type { LoadResult } from './load/protocol.js';
import type { Operation } from './operations.js';
import type { BenchOptions } from './options.js';
import { cpuTime, cpuTimeOfFamily, cpuTimeOfMachine, forgetPeak, peakMemory } from './processes.js';
import type { Server } from './product.js';
import { say } from './report.js';

export interface Side {
  /** Answers a second, over all rounds. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** The most memory of the server's process, MiB. */
  peakMiB: number;
  /** Processor time of the server's process for each answer, milliseconds. */
  cpuMs: number;
  /** Processor time of PostgreSQL for each answer, milliseconds. */
  databaseCpuMs: number;
  /** Bytes of an answer, with its headers. */
  bytes: number;
}

export interface Comparison {
  operation: string;
  title: string;
  connections: number;
  floorVariant: FloorVariant | 'insert';
  floor: Side;
  product: Side;
  /** Product to floor. */
  rateRatio: number;
  p99Ratio: number;
  /** Share of the machine's processors that work of others took meanwhile: above a tenth the figures say little. */
  others: number;
}

const TRIAL_SECONDS = 2;
const WARM_UP_SECONDS = 3;

/** Measures one operation on both sides, in turn, round after round. */
export class Comparer {
  constructor(
    private readonly loader: Loader,
    private readonly api: Server,
    private readonly floor: Server,
    private readonly database: { url: string; pid: number },
    private readonly options: BenchOptions,
  ) {}

  async run(operation: Operation): Promise<Comparison[]> {
    await this.clearWrites(); // an earlier run may have been interrupted
    await compareAnswers(operation, this.api.url, this.floor.url);
    const variant = operation.once ? 'insert' : await this.fasterVariant(operation);
    const rounds = new Map(
      this.options.connections.map((connections) => [
        connections,
        { floor: [] as Round[], product: [] as Round[] },
      ]),
    );
    for (let round = 0; round < this.options.rounds; round += 1)
      for (const [connections, { floor, product }] of rounds) {
        const sides = [
          async () =>
            floor.push(
              await this.measure(
                this.floor,
                operation,
                floorRequests(operation, variant),
                connections,
                round === 0,
              ),
            ),
          async () =>
            product.push(
              await this.measure(this.api, operation, operation.product, connections, round === 0),
            ),
        ];
        for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
        const [theirs, ours] = [floor.at(-1), product.at(-1)];
        say(
          `  (${operation.key}) ${connections} connections, round ${round + 1}: floor ${rateOf(theirs).toFixed(1)}/s, product ${rateOf(ours).toFixed(1)}/s`,
        );
      }
    return [...rounds].map(([connections, { floor, product }]) => {
      const [theirs, ours] = [sideOf(floor), sideOf(product)];
      return {
        operation: [operation.key, operation.who].filter(Boolean).join(' '),
        title: operation.title,
        connections,
        floorVariant: variant,
        floor: theirs,
        product: ours,
        rateRatio: ours.rate / theirs.rate,
        p99Ratio: ours.p99 / theirs.p99,
        others: mean([...floor, ...product].map(({ others }) => others)),
      };
    });
  }

  /** Rows serialised by Node or JSON built by PostgreSQL, whichever answers more. */
  private async fasterVariant(operation: Operation): Promise<FloorVariant> {
    const rates: Record<FloorVariant, number> = { node: 0, pg: 0 };
    for (const variant of ['node', 'pg', 'node', 'pg'] as const) {
      const requests = floorRequests(operation, variant);
      const result = await this.load(
        this.floor,
        operation,
        requests,
        operation.drain ? 4 : 16,
        TRIAL_SECONDS,
      );
      rates[variant] = Math.max(rates[variant], result.answers / result.seconds);
    }
    say(
      `  (${operation.key}) the floor with rows serialised by Node ${rates.node.toFixed(1)}/s, with JSON built by PostgreSQL ${rates.pg.toFixed(1)}/s`,
    );
    return rates.pg >= rates.node ? 'pg' : 'node';
  }

  private async measure(
    server: Server,
    operation: Operation,
    requests: Operation['product'],
    connections: number,
    warmUp: boolean,
  ): Promise<Round> {
    if (operation.once) await this.clearWrites();
    if (warmUp) {
      await this.load(server, operation, requests, connections, WARM_UP_SECONDS);
      if (operation.once) await this.clearWrites();
    }
    forgetPeak(server.pid);
    const began = performance.now();
    const before = this.clocks(server);
    const result = await this.load(server, operation, requests, connections, this.options.seconds);
    const used = this.clocks(server).map((time, i) => time - (before[i] ?? 0));
    const [machine = 0, database = 0, own = 0, loader = 0, bench = 0] = used;
    return {
      ...result,
      cpu: own,
      databaseCpu: database,
      peakMiB: peakMemory(server.pid),
      others:
        (machine - database - own - loader - bench) / (availableParallelism() * (performance.now() - began)),
    };
  }

  /** Processor time of the machine, PostgreSQL, the server, the load process and this one. */
  private clocks(server: Server): number[] {
    return [
      cpuTimeOfMachine(),
      cpuTimeOfFamily(this.database.pid),
      cpuTime(server.pid),
      cpuTime(this.loader.child.pid ?? 0),
      cpuTime(process.pid),
    ];
  }

  private async load(
    server: Server,
    operation: Operation,
    requests: Operation['product'],
    connections: number,
    seconds: number,
  ): Promise<LoadResult> {
    const { once, drain } = operation;
    const result = await this.loader.run({ url: server.url, requests, once, drain, connections, seconds });
    if (result.failures > 0)
      throw new Error(
        `(${operation.key}) ${result.failures} of ${result.failures + result.answers} requests to ${server.url} failed: ${result.failure}`,
      );
    return result;
  }

  /** Waits for the end of writes whose clients have gone. */
  private async quiet(): Promise<void> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    for (let looks = 0; looks < QUIET_LOOKS; looks += 1) {
      await pause(40);
      const { rows } = await client.query<{ busy: number }>(
        `SELECT count(*)::int AS busy FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
      );
      if (rows[0]?.busy) looks = 0;
    }
    await client.end();
  }

  /** Everything begins with the same empty cycles. */
  private async clearWrites(): Promise<void> {
    await this.quiet();
    const cycles = `SELECT id FROM cycles WHERE year > ${LAST_YEAR}`;
    await statements(this.database.url, [
      `DELETE FROM updates WHERE cycle_id IN (${cycles})`,
      `DELETE FROM floor_updates WHERE cycle_key IN (SELECT key FROM cycles WHERE year > ${LAST_YEAR})`,
      'TRUNCATE outbox',
      'ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only',
      'TRUNCATE audit_entries',
      'ALTER TABLE audit_entries ENABLE ALWAYS TRIGGER audit_entries_append_only',
      'VACUUM (ANALYZE) updates',
      'VACUUM (ANALYZE) floor_updates',
      'CHECKPOINT',
    ]);
  }
}

/** How long nothing may be under way before the servers count as done with what clients no longer wait for. */
const QUIET_LOOKS = 5;

type Round = LoadResult & { cpu: number; databaseCpu: number; peakMiB: number; others: number };

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const floorRequests = (operation: Operation, variant: FloorVariant | 'insert'): Operation['floor'] =>
  operation.floor.map((request) => floorRequest(request, variant === 'insert' ? 'pg' : variant));

const rateOf = (round: Round | undefined): number => (round ? round.answers / round.seconds : NaN);

function sideOf(rounds: readonly Round[]): Side {
  const sum = (value: (round: Round) => number): number =>
    rounds.reduce((total, round) => total + value(round), 0);
  const answers = sum(({ answers: count }) => count);
  const latencies = rounds.flatMap(({ latencies: each }) => each).sort((a, b) => a - b);
  return {
    rate: answers / sum(({ seconds }) => seconds),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    peakMiB: Math.max(...rounds.map(({ peakMiB }) => peakMiB)),
    cpuMs: sum(({ cpu }) => cpu) / answers,
    databaseCpuMs: sum(({ databaseCpu }) => databaseCpu) / answers,
    bytes: sum(({ bytes }) => bytes) / answers,
  };
}
