import type { CheckKey } from './finding.content.js';

/** What a person who knows the material said of a finding. */
export interface JudgedFinding {
  check: CheckKey;
  /** Code of the fact or commitment. */
  about: string;
  /** Whether a careful reader wants to be asked about it. */
  rightly: boolean;
  why: string;
}

export interface Judgement {
  rightly: number;
  falseAlarms: number;
  notJudged: number;
  /** False alarms among the judged findings, with one decimal; null without judged ones. */
  falseAlarmPercent: string | null;
}

/** Holds findings against judgements; a finding that nobody judged counts apart, not as right. */
export function judge(
  findings: readonly { check: string; factCode: string | null; code: string | null }[],
  judged: readonly JudgedFinding[],
): Judgement {
  const verdicts = findings.map((finding) =>
    judged.find(
      ({ check, about }) => check === finding.check && (about === finding.factCode || about === finding.code),
    ),
  );
  const known = verdicts.filter((verdict) => verdict !== undefined);
  const falseAlarms = known.filter(({ rightly }) => !rightly).length;
  return {
    rightly: known.length - falseAlarms,
    falseAlarms,
    notJudged: verdicts.length - known.length,
    falseAlarmPercent: known.length === 0 ? null : ((100 * falseAlarms) / known.length).toFixed(1),
  };
}
