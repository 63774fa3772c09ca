import { type Bilingual, DomainError, invalidFields, stale } from '#platform/http';
import { problemsBeforeSave, type UpdateContent } from './update-content.rules.js';
import type { UpdateBody } from './update.dto.js';
import type { UpdateReceipt } from './update.views.js';
import type { UpdateRecord } from './update-records.js';

/** The fourteen content columns, in the order of every statement that writes them. */
export const contentValues = (body: UpdateBody): unknown[] => [
  body.stage ?? null,
  body.outlook ?? null,
  body.percent ?? null,
  body.percentSource ?? null,
  body.noChange ?? false,
  body.narrativeEn ?? null,
  body.narrativeEs ?? null,
  body.challengesEn ?? null,
  body.challengesEs ?? null,
  body.nextStepsEn ?? null,
  body.nextStepsEs ?? null,
  body.supportNeededEn ?? null,
  body.supportNeededEs ?? null,
  body.illustrative ?? [],
];

/** What the rules look at. */
export const contentOf = (body: UpdateBody): UpdateContent => ({
  stage: body.stage ?? null,
  outlook: body.outlook ?? null,
  percent: body.percent ?? null,
  percentSource: body.percentSource ?? null,
  noChange: body.noChange ?? false,
  narrativeEn: body.narrativeEn ?? null,
  narrativeEs: body.narrativeEs ?? null,
  illustrative: body.illustrative ?? [],
});

/** A stated percent is a reported one; milestones without one give it. */
export function withPercentSource(body: UpdateBody): UpdateBody {
  const stated = body.percent !== undefined && body.percent !== null;
  const percentSource =
    body.percentSource ?? (stated ? 'reported' : body.milestones?.length ? 'milestones' : null);
  return { ...body, percentSource };
}

export const hasParts = ({ facts, evidence, milestones }: UpdateBody): boolean =>
  Boolean(facts?.length || evidence?.length || milestones?.length);

/** @throws DomainError invalid */
export function refuseUnstorable(body: UpdateBody): void {
  const problems = problemsBeforeSave(contentOf(body));
  if (problems.length > 0) throw invalidFields(problems);
}

/** The fields that the audit trail keeps of a change. */
export const audited = (body: UpdateBody): object => ({
  stage: body.stage ?? null,
  outlook: body.outlook ?? null,
  percent: body.percent ?? null,
  percentSource: body.percentSource ?? null,
  noChange: body.noChange ?? false,
  narrativeEn: body.narrativeEn ?? null,
  narrativeEs: body.narrativeEs ?? null,
});

export const receiptOf = (update: UpdateRecord, change: Partial<UpdateReceipt> = {}): UpdateReceipt => ({
  id: update.id,
  commitmentId: update.commitmentId,
  code: update.code,
  cycleKey: update.cycleKey,
  stateCode: update.stateCode,
  areaKey: update.areaKey,
  revision: update.revision,
  reviewState: update.reviewState,
  version: update.version,
  ...change,
});

/** Both versions: what is stored now, and what the caller wanted to store over an older one. */
export function staleWith(current: UpdateRecord, yours: UpdateBody): DomainError {
  const refusal = stale({ ...receiptOf(current), ...bodyOf(current) });
  return new DomainError(refusal.code, refusal.detail, [], { ...refusal.extra, yours });
}

const bodyOf = (update: UpdateRecord): UpdateBody => ({
  stage: update.stage,
  outlook: update.outlook,
  percent: update.percent,
  percentSource: update.percentSource,
  noChange: update.noChange,
  narrativeEn: update.narrativeEn,
  narrativeEs: update.narrativeEs,
  challengesEn: update.challengesEn,
  challengesEs: update.challengesEs,
  nextStepsEn: update.nextStepsEn,
  nextStepsEs: update.nextStepsEs,
  supportNeededEn: update.supportNeededEn,
  supportNeededEs: update.supportNeededEs,
  illustrative: update.illustrative,
});

export const OWN_SUBMISSION: Bilingual = {
  en: 'Nobody approves an update of their own. Ask somebody else of the national coordination.',
  es: 'Nadie aprueba una actualización propia. Pida a otra persona de la coordinación nacional que la revise.',
};
