import type { Bilingual } from '#platform/http';
import { csvFile, type NamedTable, xlsxFile } from '#platform/tables';
import type { PledgeSummaryDto } from './pledge.dto.js';
import {
  PLEDGE_FORM_LABELS,
  PLEDGE_STAGE_LABELS,
  PLEDGE_TYPE_LABELS,
  STAGE_BASIS_LABELS,
} from './pledge.labels.js';
import type { PledgeType } from './pledge.vocabulary.js';

/** A pledge as the statement of the export gives it. */
export interface ExportedPledge extends PledgeSummaryDto {
  forumName: string;
  year: number;
  types: PledgeType[];
  submitter: string | null;
  submitterStateName: string | null;
  submitterInstitutionName: string | null;
  linkedGlobalPledge: string | null;
  accountEn: string | null;
  accountEs: string | null;
  reason: string | null;
  commitmentCodes: string[];
  sources: string[];
}

/** One row of the Forum's update form, in the Forum's language. Lists are joined by "; ". Empty: nothing is known. */
export type PledgeFormRow = Record<(typeof FORM_COLUMNS)[number], string>;

export const FORM_COLUMNS = [
  'pledge_id',
  'forum',
  'year',
  'pledge_title',
  'submitting_entity',
  'form',
  'types',
  'areas_of_focus',
  'linked_global_pledge',
  'stage',
  'stage_basis',
  'stage_reason',
  'account_en',
  'account_es',
  'as_of',
  'linked_commitments',
  'sources',
] as const;

const en = ({ en: text }: Bilingual): string => text;

/** A pledge as one row of the update form. */
export function formRow(pledge: ExportedPledge): PledgeFormRow {
  return {
    pledge_id: pledge.key,
    forum: pledge.forumName,
    year: String(pledge.year),
    pledge_title: pledge.titleEn,
    submitting_entity: pledge.submitterStateName ?? pledge.submitterInstitutionName ?? '',
    form: en(PLEDGE_FORM_LABELS[pledge.form]),
    types: pledge.types.map((type) => en(PLEDGE_TYPE_LABELS[type])).join('; '),
    areas_of_focus: pledge.areas.join('; '),
    linked_global_pledge: pledge.linkedGlobalPledge ?? '',
    stage: pledge.stage === null ? '' : en(PLEDGE_STAGE_LABELS[pledge.stage]),
    stage_basis: en(STAGE_BASIS_LABELS[pledge.stageBasis]),
    stage_reason: pledge.stageBasis === 'stated' ? (pledge.reason ?? '') : '',
    account_en: pledge.accountEn ?? '',
    account_es: pledge.accountEs ?? '',
    as_of: pledge.updatedAsOf ?? '',
    linked_commitments: pledge.commitmentCodes.join('; '),
    sources: pledge.sources.join('; '),
  };
}

/** The rows as CSV with a header. */
export const formCsv = (rows: readonly PledgeFormRow[]): string => csvFile(formTable(rows));

/** The rows as a workbook of one sheet. */
export const formXlsx = (rows: readonly PledgeFormRow[]): Promise<Uint8Array> => xlsxFile([formTable(rows)]);

const formTable = (rows: readonly PledgeFormRow[]): NamedTable => ({
  name: 'Pledges',
  columns: FORM_COLUMNS,
  rows: rows.map((row) => FORM_COLUMNS.map((column) => row[column])),
});
