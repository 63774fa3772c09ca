import type { PlacedFinding } from './cycle-findings.rules.js';
import type { AnswerRow } from './findings.queries.js';
import type { FindingAnswerKind } from './quality.vocabulary.js';

/** A finding as a snapshot freezes it and a report shows it. Nobody’s name is in it. */
export interface DataNote {
  stateCode: string;
  check: string;
  /** The fact that it is about, as far as there is one. */
  factId: string | null;
  /** Code of the fact, else of the commitment. */
  about: string | null;
  titleEn: string | null;
  titleEs: string | null;
  figureEn: string | null;
  figureEs: string | null;
  detailEn: string;
  detailEs: string;
  answer: FindingAnswerKind | null;
  answerTextEn: string | null;
  answerTextEs: string | null;
  /** False for what was corrected before the numbers were frozen. */
  stands: boolean;
}

export const noteOf = ({ subject, answer, ...finding }: PlacedFinding): DataNote => ({
  stateCode: subject.stateCode,
  check: finding.check,
  factId: finding.factId,
  about: finding.factCode ?? subject.code,
  titleEn: finding.title.en,
  titleEs: finding.title.es,
  figureEn: finding.figure?.en ?? null,
  figureEs: finding.figure?.es ?? null,
  detailEn: finding.detail.en,
  detailEs: finding.detail.es,
  answer: answer?.answer ?? null,
  answerTextEn: answer?.textEn ?? null,
  answerTextEs: answer?.textEs ?? null,
  stands: true,
});

export const noteOfCorrection = (correction: AnswerRow): DataNote => ({
  stateCode: correction.stateCode,
  check: correction.checkKey,
  factId: null,
  about: correction.about,
  titleEn: null,
  titleEs: null,
  figureEn: null,
  figureEs: null,
  detailEn: correction.foundEn,
  detailEs: correction.foundEs,
  answer: correction.answer,
  answerTextEn: correction.textEn,
  answerTextEs: correction.textEs,
  stands: false,
});
