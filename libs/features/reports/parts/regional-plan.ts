import type { Loose } from '../regional.reader.js';
import type { Inline, Line } from '../report.document.js';
import { list, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { table } from './tables.js';

const WORDS = {
  focus: { en: 'Areas of focus', es: 'Ejes de trabajo' },
  lessons: { en: 'Lessons of the Presidency', es: 'Lecciones de la Presidencia' },
  pillars: { en: 'Pillars of the framework', es: 'Pilares del marco' },
  charter: { en: 'Statutory Charter', es: 'Carta Estatutaria' },
  approved: { en: 'Approved', es: 'Aprobación' },
  meetings: { en: 'Annual Meetings', es: 'Reuniones Anuales' },
  meeting: { en: 'Meeting', es: 'Reunión' },
  date: { en: 'Date', es: 'Fecha' },
  place: { en: 'Place', es: 'Lugar' },
  outcome: { en: 'Outcome', es: 'Resultado' },
  unknownDate: { en: 'date not confirmed', es: 'fecha no confirmada' },
};

/** The regional action plan of the year and the lessons that the Presidency draws. */
export const actionPlan: Part = {
  id: 'action-plan',
  title: { en: 'Regional action plan and its lessons', es: 'Plan de acción regional y sus lecciones' },
  compose: (material) => {
    const plan = material.regional('action_plan');
    if (plan.isEmpty) return null;
    const words = material.words(WORDS);
    const part = (id: string, title: string, items: Inline[]) =>
      items.length === 0 ? [] : [section(`action-plan-${id}`, title, { blocks: list(items) })];
    return {
      blocks: sourceLine(plan, material),
      sections: [
        ...part('focus', words.focus, plan.wordsList('focusAreas')),
        ...part('pillars', words.pillars, plan.wordsList('pillars')),
        ...part('lessons', words.lessons, plan.wordsList('presidencyLessons')),
      ],
    };
  },
};

/** The Statutory Charter and the Annual Meetings until the end of the report's year. */
export const charterAndMeetings: Part = {
  id: 'charter',
  title: { en: 'Statutory Charter and Annual Meetings', es: 'Carta Estatutaria y Reuniones Anuales' },
  compose: (material) => {
    const charter = material.regional('statutory_charter');
    const meetings = material
      .regional('annual_meetings')
      .items()
      .filter((meeting) => isUpTo(meeting, material.content.cycle.year));
    if (charter.isEmpty && meetings.length === 0) return null;
    const words = material.words(WORDS);
    const approvedOn = charter.text('approvedOn');
    return {
      sections: [
        ...(charter.isEmpty
          ? []
          : [
              section('charter-text', words.charter, {
                blocks: [
                  ...terms([[words.approved, approvedOn === null ? null : material.formats.day(approvedOn)]]),
                  ...list(charter.wordsList('content')),
                  ...paragraph(noteWithSources(charter, material), 'small'),
                ],
              }),
            ]),
        ...(meetings.length === 0
          ? []
          : [
              section('charter-meetings', words.meetings, {
                blocks: [
                  table(
                    'annual-meetings',
                    words.meetings,
                    [words.meeting, words.date, words.place, words.outcome],
                    meetings.map((meeting) => meetingRow(meeting, material)),
                  ),
                ],
              }),
            ]),
      ],
    };
  },
};

const isUpTo = (meeting: Loose, year: number): boolean => {
  const heldOn = meeting.text('heldOn');
  return heldOn === null || Number(heldOn.slice(0, 4)) <= year;
};

function meetingRow(meeting: Loose, material: Material): (Inline | Line | null)[] {
  const heldOn = meeting.text('heldOn');
  const date =
    heldOn === null
      ? material.words(WORDS).unknownDate
      : meeting.text('precision') === 'month'
        ? material.formats.month(heldOn)
        : material.formats.day(heldOn);
  const note = meeting.pair('note');
  const outcome = meeting.pair('outcome');
  return [
    meeting.text('number') ?? '',
    date,
    meeting.pair('place'),
    [
      ...(outcome ? [outcome] : []),
      ...(note ? [outcome ? '. ' : '', note] : []),
      ' ',
      ...material.sources.cite(meeting.texts('sources')),
    ],
  ];
}

/** A note of a section followed by its sources. */
export function noteWithSources(part: Loose, material: Material): Line | null {
  const note = part.words('note');
  const cited = material.sources.cite(part.texts('sources'));
  return note === null && cited.length === 0
    ? null
    : [...(note ? [note, ' '] : [SOURCES[material.lang]]), ...cited];
}

const SOURCES = { en: 'Sources: ', es: 'Fuentes: ' };

/** "Sources: [1] [2]" as a paragraph of its own. */
export const sourceLine = (part: Loose, material: Material) => {
  const cited = material.sources.cite(part.texts('sources'));
  return cited.length === 0 ? [] : paragraph([SOURCES[material.lang], ...cited], 'small');
};
