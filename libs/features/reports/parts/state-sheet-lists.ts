import type { SnapshotFact } from '#features/rollups';
import type { Inline, Line } from '../report.document.js';
import { joined, type Material } from '../report.material.js';
import { figureItem } from './figures.js';
import { madeIn, pledgeLine } from './pledges.js';
import { projectLine, projectsOf } from './projects.js';

const WORDS = {
  mechanism: { en: 'National mechanism: ', es: 'Mecanismo nacional: ' },
  plan: { en: 'Plan followed here: ', es: 'Plan que se sigue aquí: ' },
  version: { en: (n: number) => ` (version ${n})`, es: (n: number) => ` (versión ${n})` },
  leads: { en: 'Institutions that lead commitments: ', es: 'Instituciones que lideran compromisos: ' },
};

/** The national mechanism, the plan, and the institutions that lead the most commitments of it. */
export function mechanismLines(stateCode: string, material: Material): Line[] {
  const { index } = material;
  const words = material.words(WORDS);
  const state = index.state(stateCode);
  const plan = index.plan(stateCode);
  const mechanism = state && material.said(state.mechanismEn, state.mechanismEs);
  const title = plan && material.said(plan.titleEn, plan.titleEs);
  const leads = leadsOf(stateCode, material);
  return [
    ...(mechanism ? [[words.mechanism, mechanism]] : []),
    ...(plan && title ? [[words.plan, title, words.version(plan.versionNumber)]] : []),
    ...(leads.length === 0 ? [] : [[words.leads, leads.join(', '), '.']]),
  ];
}

/** Most institutions that a sheet names. */
const MOST_LEADS = 6;

function leadsOf(stateCode: string, { index, lang }: Material): string[] {
  const counts = new Map<string, number>();
  for (const { institutions } of index.commitmentsOf(stateCode))
    for (const { role, nameEn, nameEs } of institutions) {
      const name = lang === 'en' ? nameEn : nameEs;
      if (role === 'lead') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_LEADS)
    .map(([name]) => name);
}

/** The State's pledges, then projects in it. */
export function pledgesAndProjects(stateCode: string, material: Material): Line[] {
  const part = material.regional('pledges');
  return [
    ...part
      .list('pledges')
      .filter((pledge) => madeIn(stateCode, pledge, material))
      .map((pledge) => pledgeLine(pledge, part, material)),
    ...projectsOf(material)
      .filter((project) => project.text('stateCode') === stateCode)
      .map((project) => projectLine(project, material)),
  ];
}

/** What else the State told in the year, a line a fact with its figures: context and coordination first, without stories. */
export function factLines(stateCode: string, shown: ReadonlySet<string>, material: Material): Line[] {
  const facts = material.index.facts.filter(
    ({ id, stateCode: of, kind }) => of === stateCode && kind !== 'story' && !shown.has(id),
  );
  return facts
    .toSorted((a, b) => Number(a.section === null) - Number(b.section === null))
    .map((fact) => factLine(fact, material));
}

function factLine(fact: SnapshotFact, material: Material): Line {
  const figures = material.index.figuresOf(fact.id).map((figure) => figureItem(figure, fact, material));
  return [
    ...(fact.code === null ? [] : [{ kind: 'code', text: fact.code } as const, ' ']),
    material.said(fact.textEn, fact.textEs) ?? '',
    ...(figures.length === 0 ? [] : [': ']),
    ...joined(
      figures.map(({ text }): Inline => ({ kind: 'strong', text })),
      '; ',
    ),
    ...figures.flatMap(({ window }) => window ?? []),
    ' ',
    ...material.sources.cite(fact.source === null ? [] : [fact.source]),
  ];
}
