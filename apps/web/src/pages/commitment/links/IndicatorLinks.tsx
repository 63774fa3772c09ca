import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { indicatorsQuery, type IndicatorSummary, useLinkIndicator } from '~/pages/indicators/queries';
import { mayObserve } from '~/pages/indicators/rights';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { commitmentQuery } from '../queries';

/** The indicators that tell of a commitment; who writes its State's values links them here and takes links away. */
export function IndicatorLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const stateCode = useQuery(commitmentQuery(commitmentId)).data?.stateCode;
  const indicators = useQuery(indicatorsQuery({ commitment: commitmentId })).data?.items ?? [];
  const link = useLinkIndicator(commitmentId);
  const mayLink = stateCode !== undefined && mayObserve(me, { frameworkKey: 'mirps' }, stateCode);
  if (indicators.length === 0 && !mayLink) return null;
  return (
    <Panel title={t('nav.indicators')}>
      <ul>
        {indicators.map((indicator) => (
          <li key={indicator.id}>
            <Link to="/indicators/$id" params={{ id: indicator.id }}>
              {indicator.code} {text(indicator, 'name')}
            </Link>{' '}
            {mayLink && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${t('action.remove')}: ${indicator.code} ${text(indicator, 'name')}`}
                onClick={() => link.mutate({ id: indicator.id, linked: false })}
              >
                {t('action.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayLink && (
        <Linker known={indicators} onLink={(id) => link.mutate({ id, linked: true })} busy={link.isPending} />
      )}
      {link.isError && <ProblemAlert error={link.error} />}
    </Panel>
  );
}

interface LinkerProps {
  known: IndicatorSummary[];
  busy: boolean;
  onLink: (id: string) => void;
}

function Linker({ known, busy, onLink }: LinkerProps) {
  const { t } = useTranslation();
  const { text } = useLang();
  const all = useQuery(indicatorsQuery({})).data?.items ?? [];
  const [chosen, setChosen] = useState('');
  const others = all.filter(({ id }) => !known.some((each) => each.id === id));
  return (
    <Group align="flex-end" gap="xs">
      <NativeSelect
        label={t('indicator.linkOne')}
        style={{ flex: '1 1 12rem', minWidth: 0 }}
        value={chosen}
        data={[
          { value: '', label: '–' },
          ...others.map((each) => ({ value: each.id, label: `${each.code} ${text(each, 'name')}` })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button
        loading={busy}
        disabled={chosen === ''}
        onClick={() => {
          onLink(chosen);
          setChosen('');
        }}
      >
        {t('indicator.link')}
      </Button>
    </Group>
  );
}
