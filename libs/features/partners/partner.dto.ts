import {
  BASES,
  type Basis,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  type ValueState,
} from '#features/progress';
import { Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { KEY, PartnerFigureBody, PartnerSheetInput, YEAR } from './partner.input.js';

export class PartnerSheetSummaryDto extends PartnerSheetInput {
  @Uuid()
  id: string;

  @Text({ example: 'United Nations High Commissioner for Refugees' })
  partnerEn: string;

  @Text({ example: 'Alto Comisionado de las Naciones Unidas para los Refugiados' })
  partnerEs: string;

  @Whole({ example: 11 })
  figureCount: number;

  @Whole({ example: 1 })
  version: number;
}

export class LinkedCommitmentDto {
  @Uuid()
  id: string;

  @Text({ example: 'MX-16' })
  code: string;
}

export class LinkedIndicatorDto {
  @Uuid()
  id: string;

  @Text({ example: 'unhcr-results:outcome:2.1' })
  key: string;

  @Text({ example: 'Average days from registration to first asylum decision' })
  nameEn: string;

  @Text({ example: 'Días promedio entre el registro y la primera decisión' })
  nameEs: string;
}

/** A figure as it is read. */
export class PartnerFigureDto extends PartnerFigureBody {
  @Uuid()
  id: string;

  @OneOf(VALUE_STATES)
  valueState: ValueState;

  @OneOf(QUALIFIERS)
  qualifier: Qualifier;

  @OneOf(BASES)
  basis: Basis;

  @Nested(() => LinkedCommitmentDto, { many: true })
  commitments: LinkedCommitmentDto[];

  @Nested(() => LinkedIndicatorDto, { many: true })
  indicators: LinkedIndicatorDto[];
}

export class PartnerSheetDto extends PartnerSheetSummaryDto {
  @Nested(() => PartnerFigureDto, { many: true, description: 'In the order of the document' })
  figures: PartnerFigureDto[];
}

/** A figure with the sheet that it stands in. */
export class PartnerFigureInSheetDto extends PartnerFigureDto {
  @Uuid()
  sheetId: string;

  @Text(KEY)
  sheet: string;

  @Whole(YEAR)
  year: number;

  @Text({ example: 'REG:UNHCR' })
  partner: string;

  @Text({ example: 'United Nations High Commissioner for Refugees' })
  partnerEn: string;

  @Text({ example: 'Alto Comisionado de las Naciones Unidas para los Refugiados' })
  partnerEs: string;

  @Text({ optional: true, example: 'MX' })
  state: string | null;

  @Text({ example: 'UNHCR Annual Results Report 2024, Mexico' })
  document: string;
}
