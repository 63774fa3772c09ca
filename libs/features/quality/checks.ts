import { createHash } from 'node:crypto';
import { figureText } from '#features/progress';
import type { Bilingual } from '#platform/http';
import { cumulativeFalls } from './checks/cumulative-falls.rule.js';
import { impossibleWindow } from './checks/impossible-window.rule.js';
import { mixedMarks } from './checks/mixed-marks.rule.js';
import { narrativeContradicts } from './checks/narrative-contradicts.rule.js';
import { outlier } from './checks/outlier.rule.js';
import { partsAndTotal } from './checks/parts-and-total.rule.js';
import { repeatsBaseline } from './checks/repeats-baseline.rule.js';
import { sameSubject } from './checks/same-subject.rule.js';
import { shareOfCounts } from './checks/share-of-counts.rule.js';
import { targetAgainstDirection } from './checks/target-against-direction.rule.js';
import { unitChanges } from './checks/unit-changes.rule.js';
import type { Check, CheckedFigure, CheckedMaterial, CheckKey, Found } from './finding.content.js';

/** Every check, in the order of `CHECKS`. */
export const ALL_CHECKS: readonly Check[] = [
  partsAndTotal,
  shareOfCounts,
  narrativeContradicts,
  sameSubject,
  cumulativeFalls,
  unitChanges,
  outlier,
  targetAgainstDirection,
  repeatsBaseline,
  impossibleWindow,
  mixedMarks,
];

/** What one check found, with the name under which answers to it are kept. */
export interface Finding {
  /**
   * The same for as long as the finding stands on the same words and numbers, whatever ids its rows have; another one as
   * soon as a figure in it changes.
   */
  fingerprint: string;
  check: CheckKey;
  title: Bilingual;
  detail: Bilingual;
  field: string;
  factId: string | null;
  factCode: string | null;
  figureId: string | null;
  /** The figure as people read it; null when the finding is about a text. */
  figure: Bilingual | null;
}

/** Everything that the checks find. @param scope names the update or fact, in words that outlive its rows */
export const findingsIn = (material: CheckedMaterial, scope: string): Finding[] =>
  ALL_CHECKS.flatMap((check) => unique(check.find(material).map((found) => findingOf(check, found, scope))));

const findingOf = ({ key, title }: Check, found: Found, scope: string): Finding => ({
  fingerprint: fingerprintOf([scope, key, found.field, ...identityOf(found.figure), ...found.basis]),
  check: key,
  title,
  detail: found.detail,
  field: found.field,
  factId: found.figure?.factId ?? null,
  factCode: found.figure?.factCode ?? null,
  figureId: found.figure?.figureId ?? null,
  figure: found.figure && { en: figureText(found.figure, 'en'), es: figureText(found.figure, 'es') },
});

const identityOf = (figure: CheckedFigure | null): (string | null)[] =>
  figure
    ? [
        figure.factCode ?? figure.statementEn ?? figure.statementEs,
        figure.role,
        figure.unitEn ?? figure.unitEs ?? null,
        figure.labelEn ?? figure.labelEs ?? null,
        figure.population ?? null,
        figure.windowStart ?? null,
        figure.windowEnd ?? null,
        figure.value === null ? null : String(figure.value),
      ]
    : [];

const fingerprintOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

const unique = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [finding.fingerprint, finding])).values(),
];
