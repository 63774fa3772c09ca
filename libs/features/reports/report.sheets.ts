import type { SnapshotContent } from '#features/rollups';
import type { Lang } from '#platform/http';
import { areaSections } from './parts/chapter-areas.js';
import { sourceList } from './parts/back-matter.js';
import { keyFigures } from './parts/chapter-boxes.js';
import { stagesChart } from './parts/cycle-charts.js';
import { pledges } from './parts/pledges.js';
import { atRiskTable } from './parts/results-over-time.js';
import { stateStanding, stateStatus } from './parts/state-sheet.js';
import { technicalTeams } from './parts/teams.js';
import { coverOf } from './report.cover.js';
import type { Inline, ReportDocument, ReportOrigin, ReportSection } from './report.document.js';
import { type Body, Material, section } from './report.material.js';
import { numbered } from './report.numbering.js';
import { placesOf } from './report.places.js';
import { placeId } from './report.words.js';
import { type Paper, REPORT_TEMPLATE, type SheetKind } from './report.vocabulary.js';

export interface Sheet extends Paper {
  kind: SheetKind;
}

const WORDS = {
  state: { en: (name: string) => `${name}: fact sheet`, es: (name: string) => `${name}: ficha informativa` },
  team: {
    en: (name: string) => `Team fact sheet: ${name}`,
    es: (name: string) => `Ficha del equipo: ${name}`,
  },
  area: { en: (name: string) => `${name} across the region`, es: (name: string) => `${name} en la región` },
  pledges: { en: () => 'Regional pledges', es: () => 'Promesas regionales' },
  figures: { en: 'In numbers', es: 'En cifras' },
  standing: { en: 'Where the commitments stand', es: 'Situación de los compromisos' },
  risk: { en: 'What needs attention', es: 'Lo que requiere atención' },
  reported: { en: 'What was reported', es: 'Lo que se informó' },
  stages: { en: 'Commitments by stage and State', es: 'Compromisos por etapa y Estado' },
  stateHead: { en: 'State', es: 'Estado' },
};

/**
 * A short paper as data, from a snapshot and nothing else.
 * @returns null when the snapshot holds nothing of the subject
 */
export function composeSheet(
  content: SnapshotContent,
  origin: ReportOrigin,
  sheet: Sheet,
  lang: Lang,
): ReportDocument | null {
  const kind = content.cycle.kind;
  const material = new Material(content, origin, kind, lang);
  const words = material.words(WORDS);
  const told = TOLD[sheet.kind](sheet.subject, material);
  if (!told) return null;
  const sources = sourceList.compose(material);
  const cover = { ...coverOf(material), name: words[sheet.kind](told.name) };
  const sections = [
    ...told.sections,
    ...(sources ? [{ ...section(sourceList.id, sourceList.title[lang], sources), annex: true }] : []),
  ];
  return {
    format: 1,
    template: REPORT_TEMPLATE,
    kind,
    lang,
    sheet: true,
    title: cover.name,
    cover,
    origin: { ...origin, cycleKey: content.cycle.key },
    missing: [],
    sections: numbered(withoutDeadLinks(sections)),
  };
}

type Told = { name: string; sections: ReportSection[] } | null;

const TOLD: Record<SheetKind, (subject: string, material: Material) => Told> = {
  state: (code, material) => {
    if (material.index.commitmentsOf(code).length === 0) return null;
    const words = material.words(WORDS);
    const risk = atRiskTable('sheet-risk', material, code);
    return {
      name: material.stateName(code),
      sections: filled([
        ['sheet-standing', words.standing, stateStanding(code, material)],
        ['sheet-figures', words.figures, figuresOnly(code, material)],
        ['sheet-reported', words.reported, stateStatus(code, material)],
        ['sheet-risk-section', words.risk, risk && { blocks: [risk] }],
      ]),
    };
  },
  team: (key, material) => {
    const found = technicalTeams.compose(material)?.sections?.find(({ id }) => id === `team-${key}`);
    return found ? { name: found.title, sections: [found] } : null;
  },
  area: (key, material) => {
    const { index } = material;
    const words = material.words(WORDS);
    const states = index.states.flatMap(({ id }) => {
      const commitments = index
        .commitmentsOf(id)
        .filter(
          (commitment) => (index.sharedKey(index.areaOf(commitment)) ?? index.areaOf(commitment)) === key,
        );
      return commitments.length === 0 ? [] : [{ id, label: material.stateName(id), commitments }];
    });
    if (states.length === 0) return null;
    return {
      name: material.areaName(key),
      sections: [
        section('sheet-standing', words.standing, {
          blocks: [stagesChart('sheet-stages', words.stages, states, words.stateHead, material)],
          areaKey: key,
        }),
        ...states.flatMap(({ id, label }) =>
          areaSections(id, material)
            .filter(({ areaKey }) => areaKey === key)
            .map((each) => ({ ...each, title: label })),
        ),
      ],
    };
  },
  pledges: (_, material) => {
    const body = pledges.compose(material);
    return body ? { name: '', sections: [section(pledges.id, pledges.title[material.lang], body)] } : null;
  },
};

/** The boxes without the pointer to the annex, which a short paper does not have. */
const figuresOnly = (code: string, material: Material): Body | null => {
  const blocks = keyFigures.compose(code, material)?.blocks?.filter(({ type }) => type === 'boxes');
  return blocks ? { blocks } : null;
};

const filled = (parts: readonly [id: string, title: string, body: Body | null][]): ReportSection[] =>
  parts.flatMap(([id, title, body]) => (body ? [section(id, title, body)] : []));

/** Links to what only a whole report has become text. */
function withoutDeadLinks(sections: readonly ReportSection[]): ReportSection[] {
  const places = placesOf(sections);
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    if (isPlace(value)) return places.has(placeId(value.to)) ? value : value.text;
    const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each)]));
    return 'figureId' in value && 'breakdown' in value ? { ...copy, inAnnex: false } : copy;
  };
  return visit(sections) as ReportSection[];
}

const isPlace = (value: object): value is Extract<Inline, { kind: 'place' }> =>
  'kind' in value && value.kind === 'place';
