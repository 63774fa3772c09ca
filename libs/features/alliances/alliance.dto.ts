import { BothWords, DateOnly, LongText, Nested, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import {
  DATE_PRECISIONS,
  type DatePrecision,
  DIALOGUE_KINDS,
  type DialogueKind,
  EVENT_KINDS,
  type EventKind,
  MEMBER_KINDS,
  type MemberKind,
} from './alliance.vocabulary.js';

const SOURCES = {
  max: 500,
  most: 20,
  description: 'Where this comes from; at least one',
  example: ['MIRPS Annual Report 2024'],
};
const YEAR = { min: 2017, max: 2100, example: 2024 };

/** A step that a dialogue took: a meeting, a forum, a product. */
export class DialogueStep extends BothWords {
  @DateOnly({
    optional: true,
    description: 'Absent: no source says when. With a coarser precision the first day of the month or year',
    example: '2024-07-31',
  })
  heldOn?: string | null;

  @OneOf(DATE_PRECISIONS, { optional: true, description: 'How much of the day is known' })
  heldPrecision?: DatePrecision | null;
}

/** A dialogue mechanism in one year, as it is written. */
export class DialogueBody {
  @Text({ example: 'Civil society' })
  nameEn: string;

  @Text({ example: 'Sociedad civil' })
  nameEs: string;

  @Text({ optional: true, max: 500, description: 'Who led it in the year; absent: no source names anybody' })
  leadEn?: string | null;

  @Text({ optional: true, max: 500 })
  leadEs?: string | null;

  @Text({ optional: true, max: 500, example: 'Working' })
  statusEn?: string | null;

  @Text({ optional: true, max: 500, example: 'En funcionamiento' })
  statusEs?: string | null;

  @DateOnly({ optional: true, description: 'With a coarser precision the first day of the month or year' })
  launchedOn?: string | null;

  @OneOf(DATE_PRECISIONS, { optional: true, description: 'How much of the day is known' })
  launchedPrecision?: DatePrecision | null;

  @Nested(() => DialogueStep, {
    many: true,
    max: 50,
    description: 'Steps taken in the year, meetings among them',
  })
  steps: DialogueStep[];

  @Nested(() => BothWords, { many: true, max: 50, description: 'Areas of work' })
  areas: BothWords[];

  @TextList(SOURCES)
  sources: string[];
}

export class CreateDialogue extends DialogueBody {
  @Whole(YEAR)
  year: number;

  @OneOf(DIALOGUE_KINDS)
  kind: DialogueKind;
}

/** Who led a dialogue mechanism in a year. */
export class DialogueLead {
  @Whole(YEAR)
  year: number;

  @Text({ max: 500 })
  leadEn: string;

  @Text({ max: 500 })
  leadEs: string;
}

export class DialogueView extends CreateDialogue {
  @Uuid()
  id: string;

  @Nested(() => DialogueLead, { many: true, description: 'Of every year that is known, newest first' })
  leads: DialogueLead[];

  @Whole({ example: 1 })
  version: number;
}

export class PlatformMemberContent {
  @OneOf(MEMBER_KINDS)
  kind: MemberKind;

  @Text({ example: 'Canada' })
  nameEn: string;

  @Text({ example: 'Canadá' })
  nameEs: string;

  @Whole({ ...YEAR, optional: true, description: 'First year for which a source names it' })
  fromYear?: number | null;

  @Whole({
    ...YEAR,
    optional: true,
    description: 'Last year for which a source names it, of one that later lists leave out',
  })
  untilYear?: number | null;
}

export class PlatformChairContent {
  @Text({ example: 'Colombia' })
  nameEn: string;

  @Text({ example: 'Colombia' })
  nameEs: string;

  @Whole(YEAR)
  fromYear: number;

  @Whole({ ...YEAR, optional: true, description: 'Absent: no source gives its end' })
  untilYear?: number | null;

  @Text({ example: '2025', description: 'The period as exactly as the source words it' })
  periodEn: string;

  @Text({ example: '2025' })
  periodEs: string;

  @LongText({ optional: true, max: 1000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 1000 })
  noteEs?: string | null;

  @LongText({ optional: true, max: 1000 })
  priorityEn?: string | null;

  @LongText({ optional: true, max: 1000 })
  priorityEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

/** The Support Platform as it is written, whole. */
export class PlatformBody {
  @Whole({ min: 2017, max: 2100, example: 2019, description: 'The year of its launch' })
  launched: number;

  @Nested(() => PlatformMemberContent, { many: true, max: 200 })
  members: PlatformMemberContent[];

  @Nested(() => PlatformChairContent, { many: true, max: 100, description: 'Oldest first' })
  chairs: PlatformChairContent[];

  @Nested(() => BothWords, { many: true, max: 50 })
  notes: BothWords[];

  @TextList(SOURCES)
  sources: string[];
}

export class PlatformView extends PlatformBody {
  @Whole({ example: 1 })
  version: number;
}

/** An event as it is written. */
export class EventBody {
  @OneOf(EVENT_KINDS)
  kind: EventKind;

  @Whole(YEAR)
  year: number;

  @DateOnly({ optional: true, description: 'Absent: only the year is known', example: '2024-10-11' })
  heldOn?: string | null;

  @OneOf(DATE_PRECISIONS, { description: 'How much of the day is known' })
  heldPrecision: DatePrecision;

  @Text({ max: 500, example: 'Regional event on statelessness' })
  nameEn: string;

  @Text({ max: 500, example: 'Evento regional sobre apatridia' })
  nameEs: string;

  @LongText({ optional: true, max: 2000 })
  detailEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  detailEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

export class EventView extends EventBody {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  version: number;
}

/** Dialogue mechanisms and events of a year, and the Support Platform. */
export class AlliancesView {
  @Whole(YEAR)
  year: number;

  @TextList({ description: 'Years of which anything is known, newest first', example: ['2024'] })
  years: string[];

  @Nested(() => DialogueView, { many: true })
  dialogues: DialogueView[];

  @Nested(() => PlatformView, { optional: true })
  platform: PlatformView | null;

  @Nested(() => EventView, { many: true, description: 'Of the year; learning events of every year' })
  events: EventView[];
}

export class AlliancesQuery {
  @Whole({ ...YEAR, optional: true, description: 'Absent: the newest year that has anything' })
  year?: number;
}
