import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '~/api/client';
import { useActFor } from '~/app/acting';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './account.module.css';
import { DelegationDialog } from './DelegationDialog';
import { delegationsQuery } from './queries';

type Delegation = Schemas['DelegationDto'];

/** Who stands in for the person while they are away, and for whom they stand in. */
export function Delegations() {
  const { t } = useTranslation();
  const [giving, setGiving] = useState(false);
  const delegations = useQuery(delegationsQuery);
  return (
    <Panel
      title={t('account.delegation.title')}
      aside={
        <Button size="compact-sm" onClick={() => setGiving(true)}>
          {t('account.delegation.give')}
        </Button>
      }
    >
      <p>{t('account.delegation.text')}</p>
      <Loaded query={delegations}>
        {(list) =>
          list.length === 0 ? (
            <p className="soft">{t('account.delegation.none')}</p>
          ) : (
            <ul className={classes.list}>
              {list.map((each) => (
                <One key={each.id} delegation={each} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {giving && <DelegationDialog onClose={() => setGiving(false)} />}
    </Panel>
  );
}

function One({ delegation: { id, giver, taker, validFrom, validTo, reason } }: { delegation: Delegation }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { user, actingFor } = useMe();
  const client = useQueryClient();
  const act = useActFor();
  const end = useMutation({
    mutationFn: () => body(api.DELETE('/api/me/delegations/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  });
  const own = giver.id === user.id;
  const [now] = useState(() => new Date().toISOString());
  const holds = validFrom <= now;
  const error = act.error ?? end.error;
  const name = own ? taker.name : giver.name;
  return (
    <li className={classes.item}>
      <span>
        <strong>{t(own ? 'account.delegation.given' : 'account.delegation.got', { name })}</strong>{' '}
        <span className="soft">
          {t('users.fromTo', { from: instant(validFrom), to: instant(validTo) })}
          {reason && ` · ${reason}`}
        </span>
        {error !== null && <ProblemAlert error={error} />}
      </span>
      <Group gap="xs">
        {!own && holds && actingFor?.userId !== giver.id && (
          <Button size="compact-sm" loading={act.isPending} onClick={() => act.mutate(id)}>
            {t('account.delegation.act', { name })}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('users.end')}: ${name}`}
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {t('users.end')}
        </Button>
      </Group>
    </li>
  );
}
