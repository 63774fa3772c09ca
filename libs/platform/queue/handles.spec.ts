import { describe, expect, it } from '@jest/globals';
import { collectHandlers, GivesUp, Handles } from './handles.js';
import { defineJob, JobRegistry } from './job.js';

const registry = new JobRegistry();
const count = defineJob<{ of: string }>({ name: 'test.count', queue: 'numbers' }, registry);
const add = defineJob<{ to: string }>({ name: 'test.add', queue: 'numbers' }, registry);

class Counting {
  @Handles(count)
  async count({ of }: { of: string }): Promise<number> {
    return of.length + this.extra;
  }
  @GivesUp(count)
  async giveUp({ of }: { of: string }): Promise<void> {
    this.lost += of.length + this.extra;
  }
  private readonly extra = 1;
  lost = 0;
}

class Adding {
  @Handles(add)
  async add(): Promise<void> {}
}

class CountingAgain {
  @Handles(count)
  async countAgain(): Promise<void> {}
}

describe('finding the handlers of a worker', () => {
  it('finds one handler a job, bound to its object', async () => {
    const handlers = collectHandlers([new Counting(), new Adding(), undefined, 'text'], registry);
    expect([...handlers.keys()].sort()).toEqual(['test.add', 'test.count']);
    expect(await handlers.get('test.count')?.run({ of: 'four' }, undefined as never)).toBe(5);
  });

  it('finds who is told when a job is given up, if anybody is, bound to its object', async () => {
    const counting = new Counting();
    const handlers = collectHandlers([counting, new Adding()], registry);
    await handlers.get('test.count')?.giveUp?.({ of: 'four' }, undefined);
    expect(counting.lost).toBe(5);
    expect(handlers.get('test.add')?.giveUp).toBeUndefined();
  });

  it('refuses to start when a job has no handler', () => {
    expect(() => collectHandlers([new Counting()], registry)).toThrow(
      "Every job needs exactly one handler: 'test.add' has no handler.",
    );
  });

  it('refuses to start when a job has two handlers and names both', () => {
    expect(() => collectHandlers([new Counting(), new Adding(), new CountingAgain()], registry)).toThrow(
      "'test.count' has 2 handlers (Counting.count, CountingAgain.countAgain)",
    );
  });

  it('counts an object that is provided under two tokens once', () => {
    const counting = new Counting();
    expect(collectHandlers([counting, counting, new Adding()], registry).size).toBe(2);
  });

  it('refuses a handler of a job that is in no registry', () => {
    expect(() => collectHandlers([new Counting(), new Adding()], new JobRegistry())).toThrow(
      "'test.add' is handled but not registered",
    );
  });
});

describe('defining jobs', () => {
  it('refuses two jobs of one name', () => {
    expect(() => defineJob({ name: 'test.add', queue: 'other' }, registry)).toThrow(
      "Two jobs are named 'test.add'.",
    );
  });

  it('refuses names that a backend could not keep', () => {
    expect(() => defineJob({ name: 'Has:colon', queue: 'numbers' }, new JobRegistry())).toThrow('named like');
  });

  it('throws for a name that nobody defined', () => {
    expect(() => registry.get('test.gone')).toThrow("No job is named 'test.gone'.");
  });
});
