import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ALL_CHECKS, findingsIn, findingsOf, judge, type JudgedFinding } from '#features/quality';
import { demoCycle, unhcrMaterials } from './figure-quality.fixtures.js';

const doc = readFileSync('docs/figure-quality.md', 'utf8');
const { findings: judged } = JSON.parse(readFileSync('docs/figure-quality-2024.json', 'utf8')) as {
  findings: JudgedFinding[];
};

const found = [
  ...(['2024-mid_year', '2024-annual'] as const).flatMap((cycle) =>
    findingsOf(demoCycle(cycle), '2024-11-20').map(({ subject, ...finding }) => ({
      ...finding,
      code: subject.code,
    })),
  ),
  ...unhcrMaterials().flatMap(({ key, material }) =>
    findingsIn(material, key).map((finding) => ({ ...finding, code: null })),
  ),
];
const nameOf = (finding: { check: string; factCode: string | null; code: string | null }): string =>
  `${finding.check} ${finding.factCode ?? finding.code ?? ''}`;

describe('the checks on the material of 2024', () => {
  it('find what was judged, each of it once, and nothing else', () => {
    expect(found.map(nameOf).sort()).toEqual(judged.map(({ check, about }) => `${check} ${about}`).sort());
  });

  it('raise false alarms as rarely as the documentation says', () => {
    const { rightly, falseAlarms, falseAlarmPercent, notJudged } = judge(found, judged);
    expect(notJudged).toBe(0);
    expect(doc).toContain(`${found.length} findings, ${rightly} rightly raised, ${falseAlarms} false alarms`);
    expect(Number(falseAlarmPercent)).toBeLessThanOrEqual(20);
  });
});

describe('docs/figure-quality.md', () => {
  it.each(ALL_CHECKS.map((check) => [check.key, check] as const))('says what %s says', (key, check) => {
    expect(doc).toContain(`### ${check.title.en} (\`${key}\`)`);
    expect(doc).toContain(check.rule.en);
    expect(doc).toContain(check.silent.en);
  });

  it('tells of every judged finding', () => {
    for (const { about } of judged) expect(doc).toContain(about);
  });
});
