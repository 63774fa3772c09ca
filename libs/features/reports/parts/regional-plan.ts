import type { Loose } from '../regional.reader.js';
import type { Inline, Line } from '../report.document.js';
import { list, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { table } from './tables.js';

const WORDS = {
  focus: { en: 'Areas of focus', es: 'Ejes de trabajo' },
  lessons: { en: 'Lessons of the Presidency', es: 'Lecciones de la Presidencia' },
  documents: { en: 'Declarations that it follows', es: 'Declaraciones que sigue' },
  inferred: { en: 'day inferred', es: 'fecha inferida' },
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
    const part = (id: string, title: string, items: Line[]) =>
      items.length === 0 ? [] : [section(`action-plan-${id}`, title, { blocks: list(items) })];
    const items = (key: string) => plan.list(key).flatMap((item) => itemLine(item, material));
    return {
      blocks: paragraph(noteWithSources(plan, material), 'small'),
      sections: [
        ...part('focus', words.focus, items('focusAreas')),
        ...part('pillars', words.pillars, items('pillars')),
        ...part(
          'documents',
          words.documents,
          plan.list('documents').map((document) => documentLine(document, material)),
        ),
        ...part('lessons', words.lessons, items('presidencyLessons')),
      ],
    };
  },
};

/** An item of the plan with what it is about, where somebody linked it. */
function itemLine(item: Loose, material: Material): Line[] {
  const text = item.asWords();
  if (text === null) return [];
  const about = [...item.texts('areas').map((key) => material.areaName(key)), ...item.texts('commitments')];
  return [about.length === 0 ? [text] : [text, ` (${about.join(', ')})`]];
}

function documentLine(document: Loose, material: Material): Line {
  const place = document.words('place');
  const adoptedOn = dayOf(document, 'adoptedOn', material);
  return [
    document.words('title') ?? '',
    ...(adoptedOn === null ? [] : [`, ${adoptedOn}`]),
    ...(place === null ? [] : [', ', place]),
    ' ',
    ...material.sources.cite([
      ...document.texts('sources'),
      ...[document.text('url')].filter((url) => url !== null),
    ]),
  ];
}

/** A day as exactly as it is known. */
function dayOf(of: Loose, key: string, { formats }: Material): string | null {
  const day = of.text(key);
  if (day === null) return null;
  const precision = of.text('precision');
  return precision === 'year'
    ? day.slice(0, 4)
    : precision === 'month'
      ? formats.month(day)
      : formats.day(day);
}

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
  const words = material.words(WORDS);
  const date = dayOf(meeting, 'heldOn', material) ?? words.unknownDate;
  const note = meeting.pair('note');
  const outcome = meeting.pair('outcome');
  return [
    meeting.text('number') ?? '',
    meeting.isTrue('dayInferred') ? `${date} (${words.inferred})` : date,
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
