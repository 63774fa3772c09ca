import { Bool, LongText, Nested, Text, TextList, Uuid, Whole } from '#platform/http';

const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };
const YEAR = { min: 2017, max: 2100, example: 2024 };

/** Another State that adopted the practice. */
export class AdoptionContent {
  @Text({ ...STATE, example: 'HN' })
  stateCode: string;

  @Whole({ ...YEAR, optional: true, description: 'Since when; absent: no source says' })
  year?: number | null;

  @Text({ max: 500, example: 'MIRPS Annual Report 2024' })
  source: string;
}

/** A good practice as it is written. */
export class GoodPracticeBody {
  @Text({ max: 60, description: 'Its theme: key of an area', example: 'protection' })
  areaKey: string;

  @Whole({ ...YEAR, description: 'The year in which a source tells of it' })
  year: number;

  @Text({ max: 300, example: 'One-stop window for documents' })
  titleEn: string;

  @Text({ max: 300, example: 'Ventanilla única de documentos' })
  titleEs: string;

  @LongText({ optional: true })
  textEn?: string | null;

  @LongText({ optional: true })
  textEs?: string | null;

  @TextList({ max: 10, most: 40, description: 'Codes of commitments of the same State', example: ['MX-03'] })
  commitments: string[];

  @Nested(() => AdoptionContent, { many: true, max: 20 })
  adoptions: AdoptionContent[];

  @TextList({
    max: 500,
    most: 20,
    description: 'Where this comes from; at least one',
    example: ['MIRPS Annual Report 2024'],
  })
  sources: string[];
}

export class CreateGoodPractice extends GoodPracticeBody {
  @Text(STATE)
  stateCode: string;
}

export class GoodPracticeView extends CreateGoodPractice {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  version: number;

  @Bool({ description: 'Whether the reader may change it' })
  mayWrite: boolean;
}

export class GoodPracticesQuery {
  @Text({ ...STATE, optional: true })
  state?: string;

  @Text({ optional: true, max: 60, description: 'Key of an area', example: 'protection' })
  area?: string;

  @Text({ ...STATE, optional: true, description: 'Only those that this State adopted', example: 'HN' })
  adoptedBy?: string;

  @Uuid({ optional: true, description: 'Only those that serve this commitment' })
  commitment?: string;
}
