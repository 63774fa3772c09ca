import { type Command, InvalidArgumentError } from 'commander';
import { Outbox, type OutboxProblem } from '#platform/outbox';
import { type FailedJob, Queues } from '#platform/queue';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';

/** `mirps queue failed [--limit N]`, `mirps queue retry QUEUE ID`, `mirps queue retry --all` */
export function queueCommands(program: Command): void {
  const queue = program.command('queue').description('Work that gave up');

  queue
    .command('failed')
    .description('Jobs that used up their attempts and news that no job could be made of, newest first')
    .option('--limit <n>', 'at most so many a queue', atMost, 100)
    .option('--json', 'as JSON, with what each job was told')
    .action(async ({ limit, json }: { limit: number; json?: boolean }) => {
      const found = await withServices(async (services) => ({
        jobs: await services.get(Queues).failed(limit),
        news: await services.get(Outbox).problems(limit),
      }));
      tell(
        json,
        found,
        () => [...found.jobs.map(jobLine), ...found.news.map(newsLine)].join('\n') || 'Nothing has given up.',
      );
    });

  queue
    .command('retry')
    .description('Start failed work over, with all its attempts')
    .argument('[queue]', 'the queue, as `mirps queue failed` shows it')
    .argument('[id]', 'the job, as `mirps queue failed` shows it')
    .option('--all', 'everything that gave up, news included')
    .option('--json', 'how many as JSON')
    .action(
      async (
        name: string | undefined,
        id: string | undefined,
        { all, json }: { all?: boolean; json?: boolean },
        command: Command,
      ) => {
        if (all ? name !== undefined : id === undefined)
          command.error('error: name a queue and a job, or --all', { exitCode: 2, code: 'queue.retry' });
        const retried = await withServices(async (services) => {
          const queues = services.get(Queues);
          if (name !== undefined && id !== undefined) {
            if (await queues.retry(name, id)) return { jobs: 1, news: 0 };
            throw new Error(
              `No failed job ${id} is in the queue ${name}; \`mirps queue failed\` lists them.`,
            );
          }
          return { jobs: await queues.retryAll(), news: await services.get(Outbox).retryProblems() };
        });
        tell(json, retried, () => `${retried.jobs} jobs and ${retried.news} news start over.`);
      },
    );
}

const jobLine = ({ queue, id, job, attempts, failedAt, reason }: FailedJob): string =>
  `${failedAt.toISOString()}  ${queue} ${id}  ${job}, ${attempts} attempts: ${firstLine(reason)}`;

const newsLine = ({ id, topic, createdAt, problem }: OutboxProblem): string =>
  `${createdAt.toISOString()}  outbox ${id}  ${topic}: ${firstLine(problem)}`;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

function atMost(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new InvalidArgumentError('Name a whole number from 1 to 10000.');
  return number;
}
