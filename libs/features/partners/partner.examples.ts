const ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';

export const PARTNER_FIGURE_EXAMPLE = {
  id: ID,
  ...{ code: 'asylum-claims', labelEn: 'Asylum claims', labelEs: 'Solicitudes de asilo' },
  ...{ valueType: 'count', valueState: 'reported', value: 78900, qualifier: 'more_than', basis: 'period' },
  ...{ unitEn: 'claims', unitEs: 'solicitudes', currency: null },
  ...{ windowStart: '2024-01-01', windowEnd: '2024-12-31', asOf: null, population: null, place: null },
  ...{ footnoteEn: null, footnoteEs: null, page: 'p. 12', source: null },
  commitments: [{ id: ID, code: 'MX-16' }],
  indicators: [],
};

export const PARTNER_SHEET_SUMMARY_EXAMPLE = {
  ...{ id: ID, key: 'UNHCR-MX-2024', partner: 'REG:UNHCR', year: 2024, state: 'MX' },
  partnerEn: 'United Nations High Commissioner for Refugees',
  partnerEs: 'Alto Comisionado de las Naciones Unidas para los Refugiados',
  ...{ titleEn: 'UNHCR in Mexico, 2024', titleEs: 'ACNUR en México, 2024' },
  ...{ source: 'UNHCR Annual Results Report 2024, Mexico', language: 'en', figureCount: 1, version: 2 },
};

export const PARTNER_SHEET_EXAMPLE = { ...PARTNER_SHEET_SUMMARY_EXAMPLE, figures: [PARTNER_FIGURE_EXAMPLE] };
