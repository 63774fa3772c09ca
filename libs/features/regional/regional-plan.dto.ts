import {
  Bool,
  BothWords,
  DateOnly,
  LongText,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform/http';
import { DATE_PRECISIONS, type DatePrecision } from '#features/states';

export const YEAR = { min: 2017, max: 2100, example: 2024 };
export const SOURCES = {
  max: 500,
  most: 20,
  description: 'Where this comes from; at least one',
  example: ['MIRPS Annual Report 2024'],
};

/** A focus area, a pillar or a lesson, with what it is about. */
export class PlanItemContent extends BothWords {
  @TextList({ most: 20, max: 80, description: 'Keys of areas', example: ['protection'] })
  areas: string[];

  @TextList({
    most: 100,
    max: 10,
    description: 'Codes of commitments, of any State',
    example: ['MX-03', 'GT-07'],
  })
  commitments: string[];
}

/** The Regional Action Plan of a year as it is written, whole. */
export class RegionalPlanBody {
  @Nested(() => PlanItemContent, { many: true, max: 30 })
  focusAreas: PlanItemContent[];

  @Nested(() => PlanItemContent, { many: true, max: 30 })
  pillars: PlanItemContent[];

  @Nested(() => PlanItemContent, {
    many: true,
    max: 30,
    description: 'What the Presidency learned in the year',
  })
  presidencyLessons: PlanItemContent[];

  @TextList({
    most: 30,
    max: 80,
    description: 'Keys of documents that the plan follows',
    example: ['panama-city-declaration'],
  })
  documents: string[];

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

/** A Presidency that falls into the plan's year, by its real dates. */
export class PlanPresidency {
  @Text({ max: 2, example: 'BZ' })
  stateCode: string;

  @Whole({ ...YEAR, description: 'The year that people name it by' })
  year: number;

  @DateOnly({ example: '2024-01-24' })
  startsOn: string;

  @OneOf(DATE_PRECISIONS)
  startsPrecision: DatePrecision;

  @DateOnly({ optional: true, example: '2024-12-05', description: 'First day of the next one' })
  endsOn: string | null;

  @OneOf(DATE_PRECISIONS, { optional: true })
  endsPrecision: DatePrecision | null;
}

export class RegionalPlanView extends RegionalPlanBody {
  @Whole(YEAR)
  year: number;

  @Nested(() => PlanPresidency, { many: true, description: 'Oldest first' })
  presidencies: PlanPresidency[];

  @Whole({ example: 1 })
  version: number;
}

export class RegionalPlansQuery {
  @Whole({ ...YEAR, optional: true })
  year?: number;

  @Uuid({ optional: true, description: 'Only plans that name this commitment' })
  commitment?: string;

  @Text({ optional: true, max: 80, description: 'Only plans that name this area', example: 'protection' })
  area?: string;
}

/** What of the regional layer the caller may change. */
export class RegionalYears {
  @TextList({ description: 'Years of which anything is known, newest first', example: ['2024'] })
  years: string[];

  @Bool({ description: 'Whether the caller may write', example: false })
  mayWrite: boolean;
}

/** A year in an address. */
export class YearParam {
  @Whole(YEAR)
  year: number;
}
