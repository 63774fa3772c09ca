import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import type { Report } from './queries';

/** Whole reports first, then short papers. */
export const KINDS = ['annual', 'mid_year', 'state', 'team', 'area', 'pledges'] as const;
export type Kind = (typeof KINDS)[number];

export type SubjectKind = 'state' | 'team' | 'area';

/** Whether a kind is about somebody or something in particular. */
export const hasSubject = (kind: Kind | undefined): kind is SubjectKind =>
  kind === 'state' || kind === 'team' || kind === 'area';

/** What the reports page shows; lives in its address. */
export interface ReportsSearch {
  /** The cycle chosen in the form. */
  cycle?: string;
  kind?: Kind;
  /** What short papers are about. */
  subject?: string;
}

export const reportsSearchOf = ({ cycle, kind: asked, subject }: Record<string, unknown>): ReportsSearch => {
  const kind = KINDS.find((each) => each === asked);
  return {
    ...(typeof cycle === 'string' ? { cycle } : {}),
    ...(kind ? { kind } : {}),
    ...(hasSubject(kind) && typeof subject === 'string' ? { subject } : {}),
  };
};

export const kindWord = (t: TFunction, kind: Kind): string => t(`reports.kind.${kind}`);

/** "State fact sheet: Mexico · Annual cycle 2024". */
export function useReportName(): (
  report: Pick<Report, 'kind' | 'subject' | 'subjectEn' | 'subjectEs' | 'cycleKey'>,
) => string {
  const { t } = useTranslation();
  const { text } = useLang();
  const cycleName = useCycleName();
  return (report) => {
    const about = text(report, 'subject') || report.subject;
    return `${kindWord(t, report.kind)}${about ? `: ${about}` : ''} · ${cycleName(report.cycleKey)}`;
  };
}
