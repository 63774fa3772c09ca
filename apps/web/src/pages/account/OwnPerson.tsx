import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useNames } from '~/api/reference';
import { roleLine } from '~/app/role-line';
import { type Me, meKey, useMe } from '~/app/session';
import { switchLanguage } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { Facts, Panel } from '~/ui/Panel';
import { RecordDialog } from '~/ui/RecordDialog';
import classes from './account.module.css';

/** Who the person is here: name, address, roles with their time, zone and language. */
export function OwnPerson() {
  const { t } = useTranslation();
  const me = useMe();
  const [renaming, setRenaming] = useState(false);
  return (
    <Panel
      title={t('account.person')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setRenaming(true)}>
          {t('account.rename')}
        </Button>
      }
    >
      <Facts
        rows={[
          [t('account.name'), me.user.name],
          [t('signIn.email'), me.user.email],
          [t('account.roles'), <OwnRoles key="roles" me={me} />],
          ...(me.timeZone
            ? [
                [t('account.zone'), t('account.zoneOf', { zone: me.timeZone.replaceAll('_', ' ') })] as [
                  string,
                  string,
                ],
              ]
            : []),
        ]}
      />
      <Language me={me} />
      <p>
        <Link to="/my-reminders">{t('myReminders.title')}</Link>
      </p>
      {renaming && (
        <RecordDialog
          title={t('account.rename')}
          fields={[
            {
              name: 'name',
              label: t('account.name'),
              hint: t('account.nameHint'),
              kind: 'line',
              required: true,
            },
          ]}
          values={{ name: me.user.name }}
          changes={[...meKey]}
          save={({ name = '' }) => body(api.PATCH('/api/me', { body: { name } }))}
          onClose={() => setRenaming(false)}
        />
      )}
    </Panel>
  );
}

function OwnRoles({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const names = useNames();
  if (me.roles.length === 0) return t('account.noRoles');
  return (
    <ul className={classes.plain}>
      {me.roles.map((role) => (
        <li key={role.id}>
          {roleLine(t, { roles: [role] })}
          {role.validTo && (
            <span className="soft">
              {' '}
              {t('account.roleUntil', {
                at: instant(role.validTo, role.stateCode ? names.timeZone(role.stateCode) : undefined),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Language({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (lang: 'en' | 'es') => body(api.PATCH('/api/me', { body: { lang } })),
    onSuccess: async (next, lang) => {
      client.setQueryData(meKey, next);
      await switchLanguage(lang);
    },
  });
  return (
    <NativeSelect
      mt="md"
      label={t('account.lang')}
      description={t('account.langHint')}
      value={me.lang}
      data={[
        { value: 'es', label: 'Español' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(event) => choose.mutate(event.currentTarget.value === 'en' ? 'en' : 'es')}
    />
  );
}
