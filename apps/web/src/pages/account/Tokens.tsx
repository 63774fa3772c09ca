import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './account.module.css';
import { tokensQuery } from './queries';
import { TokenDialog } from './TokenDialog';

/** Tokens by which programs act for the person, with their last use. */
export function Tokens() {
  const { t } = useTranslation();
  const { instant, list: listed } = useLang();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const tokens = useQuery(tokensQuery);
  const revoke = useMutation({
    mutationFn: (id: string) => body(api.DELETE('/api/me/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  return (
    <Panel
      title={t('account.token.title')}
      aside={
        <Button size="compact-sm" onClick={() => setMaking(true)}>
          {t('account.token.make')}
        </Button>
      }
    >
      <p>{t('account.token.text')}</p>
      {revoke.isError && <ProblemAlert error={revoke.error} />}
      <Loaded query={tokens}>
        {(all) =>
          all.length === 0 ? (
            <p className="soft">{t('account.token.none')}</p>
          ) : (
            <ul className={classes.list}>
              {all.map(({ id, name, hint, permissions, expiresAt, lastUsedAt }) => (
                <li key={id} className={classes.item}>
                  <span>
                    <strong>{name}</strong> <span className="soft">…{hint}</span>
                    <br />
                    <span className="soft">
                      {listed(permissions)} · {t('account.token.until', { at: instant(expiresAt) })} ·{' '}
                      {lastUsedAt
                        ? t('account.token.used', { at: instant(lastUsedAt) })
                        : t('account.token.unused')}
                    </span>
                  </span>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('account.token.revoke')}: ${name}`}
                    loading={revoke.isPending && revoke.variables === id}
                    onClick={() => revoke.mutate(id)}
                  >
                    {t('account.token.revoke')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {making && <TokenDialog onClose={() => setMaking(false)} />}
    </Panel>
  );
}
