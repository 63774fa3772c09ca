import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, statesQuery } from '~/api/reference';
import { holds, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type RecordField, type RecordValues, writtenIn } from '~/ui/RecordForm';
import type { NewRole } from './queries';

const ROLES = [
  'focal_point',
  'national_coordinator',
  'team_lead',
  'presidency',
  'secretariat',
  'support_platform',
  'administrator',
] as const;

/** The fields of a role to give: who is no administrator gives that of a focal point at home. */
export function useRoleFields(): RecordField[] {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const states = useQuery(statesQuery).data ?? [];
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const all = holds(me, 'administrator');
  const none = { value: '', label: '–' };
  return [
    {
      name: 'role',
      label: t('users.role'),
      kind: 'choice',
      required: true,
      options: ROLES.filter((role) => all || role === 'focal_point').map((role) => ({
        value: role,
        label: t(`role.${role}`),
      })),
    },
    {
      name: 'stateCode',
      label: t('field.state'),
      hint: t('users.stateHint'),
      kind: 'choice',
      options: [
        none,
        ...states
          .filter(({ code }) => all || holds(me, 'national_coordinator', code))
          .map((state) => ({ value: state.code, label: text(state, 'name') })),
      ],
    },
    {
      name: 'institutionId',
      label: t('users.institution'),
      hint: t('users.institutionHint'),
      kind: 'choice',
      options: [
        none,
        ...institutions.map((each) => ({
          value: each.id,
          label: `${each.stateCode ?? '–'} · ${text(each, 'name')}`,
        })),
      ],
    },
    ...(all
      ? [{ name: 'teamKey', label: t('users.team'), hint: t('users.teamHint'), kind: 'line' as const }]
      : []),
    { name: 'validTo', label: t('users.validTo'), hint: t('users.validToHint'), kind: 'day' },
  ];
}

/** What was filled in, as the API takes it; days end at midnight UTC. */
export const roleIn = (values: RecordValues): NewRole => {
  const validTo = writtenIn(values, 'validTo');
  return {
    role: (values['role'] || 'focal_point') as NewRole['role'],
    stateCode: writtenIn(values, 'stateCode'),
    institutionId: writtenIn(values, 'institutionId'),
    teamKey: writtenIn(values, 'teamKey'),
    validTo: validTo && `${validTo}T00:00:00Z`,
  };
};
