import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AUDITED_KINDS, type AuditedKind } from '#features/audit';

const PAGES = 'apps/web/src/pages';

/** Where people find the history of a thing: in which file of the web, or why nowhere but in the audit trail. */
const WHERE: Record<AuditedKind, { in: string } | { because: string }> = {
  acronym: { in: 'regional-plan/RegionalPlanPage.tsx' },
  alliance_event: { in: 'alliances/AlliancesPage.tsx' },
  annual_meeting: { in: 'regional-plan/RegionalPlanPage.tsx' },
  area: { because: 'areas come with the reference data; no page changes or shows them by themselves' },
  audit_trail: { because: 'the audit page is its page' },
  budget_line: { in: 'indicators/IndicatorsPage.tsx' },
  commitment: { in: 'commitment/CommitmentPage.tsx' },
  context_figure: { in: 'regional-plan/RegionalPlanPage.tsx' },
  contribution: { in: 'quantification/QuantificationPage.tsx' },
  cycle: { in: 'cycle/CyclePage.tsx' },
  dialogue: { in: 'alliances/AlliancesPage.tsx' },
  edition: { in: 'composition/EditionPanel.tsx' },
  evidence_file: { because: 'the update that names the file tells it among its fields' },
  exchange_rate: { in: 'quantification/QuantificationPage.tsx' },
  fact: { in: 'state/StatePage.tsx' },
  good_practice: { in: 'alliances/PracticeFormPage.tsx' },
  indicator: { in: 'indicators/IndicatorPage.tsx' },
  indicator_series: { in: 'indicators/IndicatorsPage.tsx' },
  institution: { in: 'state/StatePage.tsx' },
  mechanism: { in: 'mechanisms/MechanismPage.tsx' },
  observation: { in: 'indicators/IndicatorsPage.tsx' },
  page: { because: 'what administrators read of drafts is about them, not about a thing' },
  partner_sheet: { in: 'partners/PartnerSheetPage.tsx' },
  plan: { in: 'state/StatePage.tsx' },
  plan_template: { because: 'templates are kept through the API; the web has no page of them' },
  pledge: { in: 'pledges/PledgePage.tsx' },
  pledge_forum: { in: 'pledges/PledgesPage.tsx' },
  presidency: { in: 'regional-plan/RegionalPlanPage.tsx' },
  programme: { in: 'projects/ProjectsPage.tsx' },
  project: { in: 'projects/ProjectPage.tsx' },
  published_count: { in: 'regional-plan/RegionalPlanPage.tsx' },
  regional_document: { in: 'regional-plan/RegionalPlanPage.tsx' },
  regional_plan: { in: 'regional-plan/RegionalPlanPage.tsx' },
  report: { in: 'report/ReportPage.tsx' },
  report_section: { because: 'its page lists its versions with who wrote them, and compares them' },
  snapshot: { in: 'cycle/CyclePage.tsx' },
  stated_gap: { in: 'quantification/QuantificationPage.tsx' },
  state: { in: 'state/StatePage.tsx' },
  story: { in: 'stories/StoryPage.tsx' },
  submission: { in: 'cycle/CyclePage.tsx' },
  support_platform: { in: 'alliances/AlliancesPage.tsx' },
  team: { in: 'teams/TeamPage.tsx' },
  team_activity: { in: 'teams/ActivityFormPage.tsx' },
  team_product: { in: 'teams/ProductFormPage.tsx' },
  team_session: { in: 'teams/SessionFormPage.tsx' },
  team_update: { in: 'teams/TeamUpdatePage.tsx' },
  term: { because: 'terms come with the reference data; no page changes them' },
  token: { because: 'a token is seen by its owner alone, who made it' },
  update: { in: 'update/UpdateHistory.tsx' },
  user: { in: 'users/UserPage.tsx' },
};

/** Which kinds the file shows the history of. */
function shownIn(path: string): string[] {
  const code = readFileSync(join(PAGES, path), 'utf8');
  const lists = [...code.matchAll(/<KindsHistory\s+kinds=\{(\[[^\]]*\]|KINDS)\}/g)].map(([, list = '']) =>
    list === 'KINDS' ? (/const KINDS = (\[[^\]]*\])/.exec(code)?.[1] ?? '') : list,
  );
  return [
    ...[...code.matchAll(/<HistoryPanel\s[^>]*?entity="(\w+)"/g)].map(([, kind]) => String(kind)),
    ...lists.flatMap((list) => [...list.matchAll(/'(\w+)'/g)].map(([, kind]) => String(kind))),
  ];
}

describe('The history of a thing', () => {
  it.each(AUDITED_KINDS)('is shown on a page, or there is a reason why not: %s', (kind) => {
    const where = WHERE[kind];
    if ('in' in where) expect(shownIn(where.in)).toContain(kind);
    else expect(where.because).not.toBe('');
  });

  it('is not shown where nobody said so', () => {
    const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.tsx'),
    );
    const shown = new Set(files.flatMap(shownIn));
    expect([...shown].sort()).toEqual(AUDITED_KINDS.filter((kind) => 'in' in WHERE[kind]).sort());
  });
});
