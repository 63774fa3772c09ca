import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { turnLog } from './log-files.js';

const line = (day: string): string => `{"level":30,"time":"${day}T10:00:00.000Z","msg":"x"}\n`;

describe('a log file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mirps-logs-'));
    file = join(folder, 'api.log');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const turn = (at: string) => turnLog(file, 3, new Date(`${at}T12:00:00Z`));

  it('is put aside once its first line is of an earlier day', () => {
    writeFileSync(file, line('2024-07-01'));
    turn('2024-07-01');
    expect(readdirSync(folder)).toEqual(['api.log']);
    turn('2024-07-02');
    expect(readdirSync(folder).sort()).toEqual(['api.log', 'api.log.2024-07-01']);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('goes after its days, and nothing else does', () => {
    writeFileSync(join(folder, 'worker.log.2024-01-01'), '');
    for (let day = 1; day <= 9; day += 1) {
      turn(`2024-07-0${day}`);
      appendFileSync(file, line(`2024-07-0${day}`));
    }
    expect(readdirSync(folder).sort()).toEqual([
      'api.log',
      'api.log.2024-07-06',
      'api.log.2024-07-07',
      'api.log.2024-07-08',
      'worker.log.2024-01-01',
    ]);
  });

  it('need not be there yet', () => {
    expect(() => turn('2024-07-01')).not.toThrow();
  });
});
