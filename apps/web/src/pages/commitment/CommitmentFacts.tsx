import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { groupName } from '~/ui/group-name';
import { Facts } from '~/ui/Panel';
import type { Commitment, CommitmentVersion } from './queries';

/** Institutions, dates, target groups, milestones and focal points. */
export function CommitmentFacts({
  version,
  focalPoints,
}: {
  version: CommitmentVersion;
  focalPoints: Commitment['focalPoints'];
}) {
  const { t } = useTranslation();
  const { text, day, list } = useLang();
  const institutions = version.institutions ?? [];
  const named = (role: 'lead' | 'partner'): string =>
    institutions
      .filter((each) => each.role === role)
      .map((each) => (each.acronym ? `${text(each, 'name')} (${each.acronym})` : text(each, 'name')))
      .join(' · ');
  const people = focalPoints.filter((each) => !each.toOn).map((each) => each.name);
  const milestones = version.milestones ?? [];
  const dates = version.continuous
    ? t('commitment.continuous')
    : [version.startsOn, version.dueOn].map((date) => (date ? day(date) : '…')).join(' – ');
  const rows: [string, ReactNode][] = [
    [t('commitment.lead'), named('lead') || t('value.none')],
    [t('commitment.partners'), named('partner') || t('value.none')],
    ...(version.continuous || version.startsOn || version.dueOn
      ? [[t('commitment.dates'), dates] as [string, ReactNode]]
      : []),
    ...((version.targetGroups ?? []).length > 0
      ? [
          [
            t('commitment.groups'),
            list((version.targetGroups ?? []).map((group) => groupName(t, group))),
          ] as [string, ReactNode],
        ]
      : []),
    ...(people.length > 0 ? [[t('commitment.focalPoints'), list(people)] as [string, ReactNode]] : []),
    ...(milestones.length > 0
      ? [
          [
            t('commitment.milestones'),
            <ol key="milestones" style={{ margin: 0, paddingLeft: '1.1rem' }}>
              {milestones.map((milestone) => (
                <li key={milestone.id}>{text(milestone, 'title')}</li>
              ))}
            </ol>,
          ] as [string, ReactNode],
        ]
      : []),
    [
      t('plan.version'),
      version.adoptedOn
        ? t('plan.adopted', { n: version.planVersionNumber, day: day(version.adoptedOn) })
        : version.planVersionNumber,
    ],
  ];
  return (
    <div style={{ marginTop: '1rem' }}>
      <Facts rows={rows} />
    </div>
  );
}
