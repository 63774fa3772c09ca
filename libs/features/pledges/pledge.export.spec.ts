import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { type ExportedPledge, FORM_COLUMNS, formCsv, formRow, formXlsx } from './pledge.export.js';

const pledge: ExportedPledge = {
  ...{ id: 'p', key: 'GRF2023-P1', forum: 'grf-2023', form: 'joint', titleEn: 'Asylum', titleEs: 'Asilo' },
  ...{
    submitterState: 'MX',
    submitterInstitution: null,
    team: null,
    areas: ['protection', 'health'],
    version: 1,
  },
  ...{
    stage: null,
    stageBasis: 'no_update',
    derivedStage: null,
    commitments: 0,
    reported: 0,
    updatedAsOf: null,
  },
  ...{ forumName: 'Global Refugee Forum 2023', year: 2023, types: ['technical'], submitter: 'MX' },
  ...{
    submitterStateName: 'Mexico',
    submitterInstitutionName: null,
    linkedGlobalPledge: null,
    accountEn: null,
  },
  ...{ accountEs: null, reason: null, commitmentCodes: ['MX-01', 'MX-02'], sources: [] },
};

describe('the rows of the Forum’s form', () => {
  it('leave the stage empty where nothing is known', () => {
    expect(formRow(pledge)).toMatchObject({
      stage: '',
      stage_basis: 'No update',
      submitting_entity: 'Mexico',
      areas_of_focus: 'protection; health',
      linked_commitments: 'MX-01; MX-02',
    });
  });

  it('say why a person states another stage', () => {
    const stated = {
      ...pledge,
      stage: 'fulfilled',
      stageBasis: 'stated',
      reason: 'The law is in force',
    } as const;
    expect(formRow(stated)).toMatchObject({ stage: 'Fulfilled', stage_reason: 'The law is in force' });
  });

  it('are a workbook of texts that runs no formula', async () => {
    const row = { ...formRow(pledge), pledge_title: '=1+1' };
    const { sheets } = await readXlsx(await formXlsx([row]));
    expect(sheets[0]?.rows[0]).toEqual([...FORM_COLUMNS]);
    expect(sheets[0]?.rows[1]).toContain('=1+1');
  });

  it('are CSV that quotes what needs it and runs no formula', () => {
    const row = { ...formRow(pledge), pledge_title: '=1+1', account_en: 'Said "yes",\nthen no' };
    const text = formCsv([row]);
    expect(text.split('\r\n')[0]).toBe(FORM_COLUMNS.join(','));
    expect(text).toContain(",'=1+1,");
    expect(text).toContain('"Said ""yes"",\nthen no"');
  });
});
