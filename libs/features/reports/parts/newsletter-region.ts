import type { SnapshotCommitment } from '#features/rollups';
import { type Loose, plainText } from '../regional.reader.js';
import type { Block, Inline, Line } from '../report.document.js';
import { type Body, list, type Material, paragraph } from '../report.material.js';
import { pledgeLine } from './pledges.js';
import { projectLine, projectsOf } from './projects.js';
import { workplanTally } from './teams.js';
import { activityLine } from './team-activities.js';

const WORDS = {
  adopted: {
    en: (states: string) => ` Adopted by: ${states}.`,
    es: (states: string) => ` La adoptaron: ${states}.`,
  },
  objective: { en: 'Objective of the year: ', es: 'Objetivo del año: ' },
  report: {
    en: (year: string) => `MIRPS reports of ${year}, with every commitment and figure`,
    es: (year: string) => `Informes del MIRPS de ${year}, con todos los compromisos y cifras`,
  },
  region: { en: 'The region in numbers', es: 'La región en cifras' },
  pledges: { en: 'Pledges and their updates', es: 'Promesas y sus actualizaciones' },
  states: { en: 'Each State with its commitments: ', es: 'Cada Estado con sus compromisos: ' },
};

/** Most activities of a team that a newsletter tells of. */
const MOST_ACTIVITIES = 5;

/** Good practices of the area with the States that adopted them, and what the Presidency learnt of it; null without any. */
export function practicesOfArea(areaKey: string, material: Material): Body | null {
  const words = material.words(WORDS);
  const practices = material
    .regional('good_practices')
    .items()
    .filter((practice) => material.index.sharedKey(practice.text('areaKey')) === areaKey)
    .map((practice): Line => {
      const text = practice.words('text');
      const adopted = practice.texts('adoptedBy').map((code) => material.stateName(code));
      return [
        { kind: 'strong', text: plainText(practice.words('title') ?? '') },
        ` (${material.stateName(practice.text('stateCode') ?? '')}). `,
        ...(text ? [text] : []),
        ...(adopted.length === 0 ? [] : [words.adopted(adopted.join(', '))]),
        ' ',
        ...material.sources.cite(practice.texts('sources')),
      ];
    });
  const lessons = material
    .regional('action_plan')
    .list('presidencyLessons')
    .filter((lesson) => lesson.texts('areas').includes(areaKey))
    .flatMap((lesson) => lesson.asWords() ?? []);
  const blocks = list([...practices, ...lessons]);
  return blocks.length === 0 ? null : { blocks };
}

/** Pledges with the area as a focus, and projects that help to carry out its commitments; null without any. */
export function pledgesOfArea(
  areaKey: string,
  commitments: readonly SnapshotCommitment[],
  material: Material,
): Body | null {
  const codes = new Set(commitments.map(({ code }) => code));
  const part = material.regional('pledges');
  const blocks = list([
    ...areaPledges(areaKey, material).map((pledge) => pledgeLine(pledge, part, material)),
    ...projectsOf(material)
      .filter((project) => project.texts('commitments').some((code) => codes.has(code)))
      .map((project) => projectLine(project, material)),
  ]);
  return blocks.length === 0 ? null : { blocks };
}

const areaPledges = (areaKey: string, material: Material): Loose[] =>
  material
    .regional('pledges')
    .list('pledges')
    .filter((pledge) => pledge.texts('areas').some((key) => material.index.sharedKey(key) === areaKey));

/**
 * What the regional teams did for the area: teams that carry a pledge of it with their whole year, others with the activities
 * that are linked to its commitments; null without any.
 */
export function teamsOfArea(
  areaKey: string,
  commitments: readonly SnapshotCommitment[],
  material: Material,
): Body | null {
  const words = material.words(WORDS);
  const codes = new Set(commitments.map(({ code }) => code));
  const carrying = new Set(areaPledges(areaKey, material).flatMap((pledge) => pledge.text('teamKey') ?? []));
  const blocks = material
    .regional('teams')
    .items()
    .flatMap((team): Block[] => {
      const carries = carrying.has(team.text('key') ?? '');
      const activities = team
        .list('activities2024')
        .filter((activity) => carries || activity.texts('commitments').some((code) => codes.has(code)));
      const objective = carries ? team.words('objective2024') : null;
      if (activities.length === 0 && objective === null) return [];
      const tally = carries ? workplanTally(team, material) : null;
      return [
        ...paragraph(
          [
            { kind: 'strong', text: plainText(team.words('name') ?? team.text('key') ?? '') },
            ...(tally === null ? [] : [`. ${tally}`]),
            ' ',
            ...material.sources.cite(team.texts('sources')),
          ],
          'title',
        ),
        ...paragraph(objective === null ? null : [words.objective, objective]),
        ...list(activities.slice(0, MOST_ACTIVITIES).map((activity) => activityLine(activity, material))),
      ];
    });
  return blocks.length === 0 ? null : { blocks };
}

/** Where the public pages tell more. */
export function readOn(states: readonly { id: string; label: string }[], material: Material): Body {
  const words = material.words(WORDS);
  const page = (text: string, path: string): Inline => ({
    kind: 'link',
    text,
    href: `/${material.lang}/${path}`,
  });
  const links = states.flatMap(({ id, label }, i): Inline[] => [
    ...(i === 0 ? [] : [', ']),
    page(label, `states/${id}`),
  ]);
  return {
    blocks: list([
      page(words.report(String(material.content.cycle.year)), 'reports'),
      page(words.region, 'region'),
      ...(material.regional('pledges').list('pledges').length > 0 ? [page(words.pledges, 'pledges')] : []),
      [words.states, ...links],
    ]),
  };
}
