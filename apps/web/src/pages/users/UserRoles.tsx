import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { institutionsQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { teamsQuery } from '~/pages/teams/queries';
import { Dialog } from '~/ui/Dialog';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { RecordForm } from '~/ui/RecordForm';
import classes from '../account/account.module.css';
import { heldWhen } from './person';
import { type NewRole, type Role, type User, useChange } from './queries';
import { useRoleForm } from './role-form';

/** The roles of a person through time; more are given, and those that hold or have not begun are ended. */
export function UserRoles({ user: { id, roles, erasedAt } }: { user: User }) {
  const { t } = useTranslation();
  const [giving, setGiving] = useState(false);
  const end = useChange((assignmentId: string) =>
    body(api.DELETE('/api/users/{id}/roles/{assignmentId}', { params: { path: { id, assignmentId } } })),
  );
  return (
    <Panel
      title={t('account.roles')}
      aside={
        !erasedAt && (
          <Button size="compact-sm" onClick={() => setGiving(true)}>
            {t('users.give')}
          </Button>
        )
      }
    >
      {end.isError && <ProblemAlert error={end.error} />}
      {roles.length === 0 && <p className="soft">{t('users.noRoles')}</p>}
      <ul className={classes.list}>
        {roles.map((role) => (
          <OneRole
            key={role.id}
            role={role}
            ending={end.isPending && end.variables === role.id}
            onEnd={() => end.mutate(role.id)}
          />
        ))}
      </ul>
      {giving && <GiveDialog id={id} onClose={() => setGiving(false)} />}
    </Panel>
  );
}

function OneRole({ role, ending, onEnd }: { role: Role; ending: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const { instant, text } = useLang();
  const names = useNames();
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const teams = useQuery({ ...teamsQuery, enabled: Boolean(role.teamKey) }).data ?? [];
  const { stateCode, institutionId, teamKey, validFrom, validTo } = role;
  const institution = institutions.find(({ id }) => id === institutionId);
  const team = teams.find(({ key }) => key === teamKey);
  const where = [
    stateCode ? names.state(stateCode) : '',
    institution ? text(institution, 'name') : '',
    team ? text(team, 'name') : (teamKey ?? ''),
  ].filter((each) => each !== '');
  const held = heldWhen(role);
  // Told as it is where the role holds.
  const at = (when: string) => instant(when, stateCode ? names.timeZone(stateCode) : undefined);
  const label = [t(`role.${role.role}`), ...where].join(' · ');
  return (
    <li className={classes.item}>
      <span>
        <strong>{label}</strong>
        <br />
        <span className="soft">
          {t(`users.heldWord.${held}`)} ·{' '}
          {validTo
            ? t('users.fromTo', { from: at(validFrom), to: at(validTo) })
            : t('users.from', { from: at(validFrom) })}
        </span>
      </span>
      {held !== 'ended' && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('users.end')}: ${label}`}
          loading={ending}
          onClick={onEnd}
        >
          {t('users.end')}
        </Button>
      )}
    </li>
  );
}

function GiveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { fields, values, roleIn } = useRoleForm();
  const give = useChange((role: NewRole) =>
    body(api.POST('/api/users/{id}/roles', { params: { path: { id } }, body: role })),
  );
  return (
    <Dialog title={t('users.give')} onClose={onClose} wide>
      <RecordForm
        fields={fields}
        values={values}
        submit={t('users.give')}
        busy={give.isPending}
        error={give.error}
        onCancel={onClose}
        onSubmit={(written) => give.mutate(roleIn(written), { onSuccess: onClose })}
      />
    </Dialog>
  );
}
