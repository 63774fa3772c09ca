import { cycleName } from '#features/cycles';
import type { SnapshotContent } from '#features/rollups';
import type { Lang } from '#platform/http';
import { commitmentStatus, figureTables } from './parts/annexes.js';
import { acronyms, dataNotes, sourceList } from './parts/back-matter.js';
import { nationalChapter } from './parts/chapter.js';
import { regionalContext } from './parts/context.js';
import { indicatorTables } from './parts/indicators.js';
import { methodSection, NEVER_HELD } from './parts/method.js';
import { atAGlance } from './parts/mid-year.js';
import { stateByState } from './parts/mid-year-states.js';
import { reviewSummary } from './parts/mid-year-summary.js';
import { pledges } from './parts/pledges.js';
import { projects } from './parts/projects.js';
import { actionPlan, charterAndMeetings } from './parts/regional-plan.js';
import { alliances, oasEvents, quantification, supportPlatform } from './parts/regional-work.js';
import { regionalResults } from './parts/results.js';
import { hasPhotos } from './parts/stories.js';
import { technicalTeams } from './parts/teams.js';
import { coverOf } from './report.cover.js';
import type { ReportDocument, ReportOrigin, ReportSection } from './report.document.js';
import { Material, type Part, section } from './report.material.js';
import { numbered } from './report.numbering.js';
import { ledHome } from './report.sheet-links.js';
import { type EditionTexts, Written } from './report.written.js';
import { REPORT_TEMPLATE, type ReportKind } from './report.vocabulary.js';

/** The parts of each report in their order; annexes come last and their list of sources at the very end. */
const PARTS: Record<ReportKind, (material: Material) => Part[]> = {
  annual: ({ index }) => [
    regionalContext,
    actionPlan,
    charterAndMeetings,
    technicalTeams,
    pledges,
    oasEvents,
    projects,
    alliances,
    regionalResults,
    ...index.states.map(nationalChapter),
    supportPlatform,
    quantification,
    commitmentStatus,
    figureTables,
    indicatorTables,
    dataNotes,
    acronyms,
    sourceList,
  ],
  mid_year: () => [reviewSummary, stateByState, atAGlance, figureTables, dataNotes, sourceList],
};

/**
 * A report as data, from a snapshot and nothing else. Pure: the same snapshot, kind and language give the same document.
 * Parts for which the snapshot holds nothing are left out and named in the first section.
 * @param edition what people wrote for it; without, the report is nothing but its snapshot
 * @throws RangeError when the snapshot is of another kind of cycle than the report
 */
export function composeReport(
  content: SnapshotContent,
  origin: ReportOrigin,
  kind: ReportKind,
  lang: Lang,
  edition?: EditionTexts,
): ReportDocument {
  assertKind(content, kind);
  const material = new Material(content, origin, kind, lang, edition?.number ?? null);
  const written = new Written(edition?.sections ?? []);
  const front = written.alone('foreword');
  const back = written.alone('credits');
  const alone = new Set([...front, ...back].map(({ id }) => id));
  if (hasPhotos(material)) alone.add('photos');
  const missing = NEVER_HELD[kind].filter(({ id }) => !alone.has(id)).map((part) => part[lang]);
  const composed = (part: Part): ReportSection[] => {
    const own = part.compose(material);
    const below = (part.parts ?? []).flatMap(composed);
    const whole = below.length === 0 ? own : { ...own, sections: [...(own?.sections ?? []), ...below] };
    const body = written.opened(part.id, whole);
    if (body) return [{ ...section(part.id, part.title[lang], body), annex: part.annex ?? false }];
    missing.push(part.title[lang]);
    return [];
  };
  const sections = PARTS[kind](material).flatMap(composed);
  const cycle = cycleName(content.cycle)[lang];
  const about = methodSection(cycle.charAt(0).toLowerCase() + cycle.slice(1), missing, material);
  const cover = coverOf(material, edition);
  const [annexes, parts] = [sections.filter(({ annex }) => annex), sections.filter(({ annex }) => !annex)];
  // A review begins with its summary; how the report was made comes behind it.
  const order =
    kind === 'mid_year'
      ? [...parts.slice(0, 1), ...front, ...parts.slice(1), about, ...back, ...annexes]
      : [...front, about, ...parts, ...back, ...annexes];
  return {
    format: 1,
    template: REPORT_TEMPLATE,
    kind,
    lang,
    title: cover.name,
    cover,
    origin: { ...origin, cycleKey: content.cycle.key },
    ...(edition ? { edition: { number: edition.number, textsSha256: edition.textsSha256 } } : {}),
    missing,
    sections: ledHome(numbered(order)),
  };
}

/** @throws RangeError when the snapshot is of another kind of cycle than the report */
export function assertKind({ cycle }: SnapshotContent, kind: ReportKind): void {
  if (cycle.kind !== kind)
    throw new RangeError(`A report of kind ${kind} cannot be made from a cycle of kind ${cycle.kind}`);
}
