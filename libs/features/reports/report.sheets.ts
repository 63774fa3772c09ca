import type { SnapshotContent } from '#features/rollups';
import type { Lang } from '#platform/http';
import { sourceList } from './parts/back-matter.js';
import { keyFigures, MOST_OF_SHEET } from './parts/chapter-boxes.js';
import { areaFigures, newsletterLead } from './parts/newsletter-lead.js';
import { pledgesOfArea, practicesOfArea, readOn, teamsOfArea } from './parts/newsletter-region.js';
import { newsletterStates } from './parts/newsletter-states.js';
import { pledgeLine, pledges } from './parts/pledges.js';
import { oneStory, storyOfArea } from './parts/sheet-story.js';
import { inFewWords, sheetStanding, stateStatus } from './parts/state-sheet.js';
import { factLines, mechanismLines, pledgesAndProjects } from './parts/state-sheet-lists.js';
import { asRoomAllows, roomBelow, roomBeside } from './parts/state-sheet-room.js';
import { technicalTeams } from './parts/teams.js';
import { sheetCoverOf } from './report.cover.js';
import type { ReportDocument, ReportOrigin, ReportSection } from './report.document.js';
import { type Body, list, Material, section } from './report.material.js';
import { numbered } from './report.numbering.js';
import { selfContained } from './report.sheet-links.js';
import { type Paper, REPORT_TEMPLATE, SHEET_TITLES, type SheetKind } from './report.vocabulary.js';

export interface Sheet extends Paper {
  kind: SheetKind;
}

const WORDS = {
  ...SHEET_TITLES,
  figures: { en: 'In numbers', es: 'En cifras' },
  standing: { en: 'Where the commitments stand', es: 'Situación de los compromisos' },
  challenges: { en: 'What stands in the way', es: 'Lo que dificulta el avance' },
  reported: { en: 'What was reported', es: 'Lo que se informó' },
  story: { en: 'A story', es: 'Un relato' },
  next: { en: 'Next steps', es: 'Próximos pasos' },
  mechanism: { en: 'Mechanism and plan', es: 'Mecanismo y plan' },
  facts: { en: 'Other facts of the year', es: 'Otros hechos del año' },
  moved: { en: 'What moved this year', es: 'Qué avanzó este año' },
  storyFrom: {
    en: (state: string) => `A story from ${state}`,
    es: (state: string) => `Un relato de ${state}`,
  },
  states: { en: 'What the States did', es: 'Lo que hicieron los Estados' },
  practices: { en: 'Good practices and lessons', es: 'Buenas prácticas y lecciones' },
  pledgesOf: { en: 'Pledges and projects', es: 'Promesas y proyectos' },
  teams: { en: 'The regional teams', es: 'Los equipos regionales' },
  more: { en: 'Where to read on', es: 'Dónde leer más' },
};

/** What the one section of a paper is called whose title says the rest. */
const ABOUT = {
  team: { en: 'The team and its year', es: 'El equipo y su año' },
  carries: { en: 'Pledges that the team carries', es: 'Promesas a cargo del equipo' },
  pledges: { en: 'The pledges and their stages', es: 'Las promesas y sus etapas' },
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
  const cover = sheetCoverOf(material, words[sheet.kind](told.name));
  const sections = [
    ...told.sections,
    ...(sources ? [section(sourceList.id, sourceList.title[lang], sources)] : []),
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
    sections: numbered(selfContained(sections)),
  };
}

/** Beside a story and more commitments than these, the first page has fewer numbers, so that the table begins there. */
const [MANY_REPORTED, FIGURES_BESIDE_MANY] = [20, 3];

type Told = { name: string; sections: ReportSection[] } | null;

const TOLD: Record<SheetKind, (subject: string, material: Material) => Told> = {
  state: (code, material) => {
    if (material.index.commitmentsOf(code).length === 0) return null;
    const words = material.words(WORDS);
    const reported = material.index.commitmentsOf(code).filter(({ id }) => material.index.update(id));
    const story = oneStory(code, material);
    const most = story && reported.length > MANY_REPORTED ? FIGURES_BESIDE_MANY : MOST_OF_SHEET;
    const figures = figuresOnly(code, material, most);
    const boxes = figures?.blocks?.flatMap((block) => (block.type === 'boxes' ? block.items : [])) ?? [];
    const shown = new Set(boxes.flatMap(({ factId }) => factId ?? []));
    const mechanism = {
      ...{ id: 'sheet-mechanism', title: words.mechanism, lines: mechanismLines(code, material) },
      most: 3,
    };
    const lists = [
      ['sheet-challenges', words.challenges, inFewWords(code, 'challenges', material), 4],
      ['sheet-next', words.next, inFewWords(code, 'nextSteps', material), 4],
      ['sheet-projects', words.pledgesOf, pledgesAndProjects(code, material), 5],
      ['sheet-facts', words.facts, factLines(code, shown, material), 14],
    ] as const;
    return {
      name: material.stateName(code),
      sections: [
        ...filled([
          ['sheet-standing', words.standing, sheetStanding(code, material)],
          ['sheet-figures', words.figures, figures],
        ]),
        ...asRoomAllows([mechanism], roomBelow(code, story, boxes, material)),
        ...filled([['sheet-reported', words.reported, stateStatus(code, material)]]),
        ...asRoomAllows(
          lists.map(([id, title, lines, mostOf]) => ({ id, title, lines, most: mostOf })),
          roomBeside(code, story, material),
        ),
        ...filled([['sheet-story', words.story, story]]),
      ],
    };
  },
  team: (key, material) => {
    const found = technicalTeams.compose(material)?.sections?.find(({ id }) => id === `team-${key}`);
    if (!found) return null;
    const part = material.regional('pledges');
    const carried = part.list('pledges').filter((pledge) => pledge.text('teamKey') === key);
    const { team, carries } = material.words(ABOUT);
    const lines = list(carried.map((pledge) => pledgeLine(pledge, part, material)));
    return {
      name: found.title,
      sections: [
        { ...found, title: team },
        ...(lines.length > 0 ? [section('sheet-pledges', carries, { blocks: lines })] : []),
      ],
    };
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
    const commitments = states.flatMap((state) => state.commitments);
    const story = storyOfArea(commitments, material);
    return {
      name: material.areaName(key),
      sections: filled([
        ['sheet-standing', words.moved, newsletterLead(key, states, material)],
        ['sheet-figures', words.figures, areaFigures(key, material)],
        [
          'newsletter-story',
          words.storyFrom(material.stateName(story?.stateCode ?? '')),
          story && { ...story.body, areaKey: key },
        ],
        ['newsletter-states', words.states, newsletterStates(key, states, material)],
        ['newsletter-practices', words.practices, practicesOfArea(key, material)],
        ['newsletter-pledges', words.pledgesOf, pledgesOfArea(key, commitments, material)],
        ['newsletter-teams', words.teams, teamsOfArea(key, commitments, material)],
        ['newsletter-more', words.more, readOn(states, material)],
      ]),
    };
  },
  pledges: (_, material) => {
    const body = pledges.compose(material);
    return body ? { name: '', sections: [section(pledges.id, material.words(ABOUT).pledges, body)] } : null;
  },
};

/** The boxes without the pointer to the annex, which a short paper does not have. */
const figuresOnly = (code: string, material: Material, most: number): Body | null => {
  const blocks = keyFigures.compose(code, material, most)?.blocks?.filter(({ type }) => type === 'boxes');
  return blocks ? { blocks } : null;
};

const filled = (parts: readonly [id: string, title: string, body: Body | null][]): ReportSection[] =>
  parts.flatMap(([id, title, body]) => (body ? [section(id, title, body)] : []));
