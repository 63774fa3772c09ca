import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { fromDay, ownZone, throughDay } from '~/i18n/local-day';
import { useLang } from '~/i18n/use-lang';
import { teamsQuery } from '~/pages/teams/queries';
import type { RecordField } from '~/ui/RecordForm';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import type { NewRole } from './queries';
import { ROLES } from './words';

interface RoleForm {
  fields: RecordField[];
  /** What stands in them at first. */
  values: RecordValues;
  /** What was filled in, as the API takes it. */
  roleIn: (values: RecordValues) => NewRole;
}

/** The form of a role to give: who does not manage people gives that of a focal point at home. @param where its State at first */
export function useRoleForm(where?: string): RoleForm {
  const { t } = useTranslation();
  const { text } = useLang();
  const { timeZone } = useNames();
  const me = useMe();
  const all = may(me, 'user.manage');
  const home = me.permissions.flatMap(({ permission, stateCode }) =>
    permission === 'user.invite' && stateCode ? [stateCode] : [],
  );
  const states = (useQuery(statesQuery).data ?? []).filter(({ code }) => all || home.includes(code));
  const institutions = (useQuery(institutionsQuery).data?.items ?? []).filter(
    ({ stateCode }) => all || !stateCode || home.includes(stateCode),
  );
  const teams = useQuery({ ...teamsQuery, enabled: all }).data ?? [];
  const none = { value: '', label: '–' };
  const fields: RecordField[] = [
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
        ...(all ? [none] : []),
        ...states.map((state) => ({ value: state.code, label: text(state, 'name') })),
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
      ? [
          {
            name: 'teamKey',
            label: t('users.team'),
            hint: t('users.teamHint'),
            kind: 'choice' as const,
            options: [none, ...teams.map((team) => ({ value: team.key, label: text(team, 'name') }))],
          },
        ]
      : []),
    { name: 'validFrom', label: t('users.validFrom'), hint: t('users.validFromHint'), kind: 'day' },
    { name: 'validTo', label: t('users.validTo'), hint: t('users.validToHint'), kind: 'day' },
  ];
  return {
    fields,
    values: { role: 'focal_point', stateCode: where ?? (all ? '' : (home[0] ?? '')) },
    // Days are those of the State, whoever gives the role.
    roleIn: (values) => {
      const stateCode = writtenIn(values, 'stateCode');
      const zone = (stateCode && timeZone(stateCode)) || ownZone();
      return {
        role: (values['role'] || 'focal_point') as NewRole['role'],
        stateCode,
        institutionId: writtenIn(values, 'institutionId'),
        teamKey: writtenIn(values, 'teamKey'),
        validFrom: fromDay(values['validFrom'], zone),
        validTo: throughDay(values['validTo'], zone),
      };
    },
  };
}
