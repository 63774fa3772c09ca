import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Sign, type Tone } from '~/ui/Sign';
import { ExplainDialog } from './ExplainDialog';
import { completenessQuery, type Unfinished } from './queries';
import classes from './SubmissionsPanel.module.css';

interface CompletenessLineProps {
  cycleKey: string;
  stateCode: string;
  /** The person may explain why a commitment has no update. */
  mayExplain?: boolean;
}

const LOOKS: Record<string, [Tone, string]> = {
  submitted: ['accent', '→'],
  returned: ['warn', '↩'],
  draft: ['quiet', '✎'],
  missing: ['warn', '○'],
};

/** How many of a State's commitments are approved or explained, and what is still missing. */
export function CompletenessLine({ cycleKey, stateCode, mayExplain = false }: CompletenessLineProps) {
  const { t } = useTranslation();
  const { text } = useLang();
  const [explaining, setExplaining] = useState<Unfinished | null>(null);
  const { data } = useQuery(completenessQuery(cycleKey, stateCode));
  if (!data) return null;
  const { approved, explained, commitments } = data.total;
  const unfinished = data.commitments.filter(({ status }) => status !== 'approved' && status !== 'explained');
  return (
    <>
      <p className={classes.completeness}>
        {t('completeness.line', { approved, explained, total: commitments })}
      </p>
      {unfinished.length > 0 && (
        <details>
          <summary>{t('completeness.missing', { count: unfinished.length })}</summary>
          <ul className={classes.missing}>
            {unfinished.map((item) => {
              const [tone, shape] = LOOKS[item.status] ?? ['quiet', '○'];
              return (
                <li key={item.commitmentId}>
                  <Sign
                    tone={tone}
                    shape={shape}
                    text={t(`completeness.status.${item.status as 'missing'}`)}
                  />{' '}
                  {item.code}{' '}
                  {item.updateId ? (
                    <Link to="/updates/$id" params={{ id: item.updateId }}>
                      {text(item, 'title')}
                    </Link>
                  ) : (
                    <Link to="/commitments/$id" params={{ id: item.commitmentId }}>
                      {text(item, 'title')}
                    </Link>
                  )}
                  {mayExplain && item.status === 'missing' && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      ml="xs"
                      onClick={() => setExplaining(item)}
                      aria-label={`${t('explain.button')}: ${item.code}`}
                    >
                      {t('explain.button')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {explaining && (
        <ExplainDialog cycleKey={cycleKey} item={explaining} onClose={() => setExplaining(null)} />
      )}
    </>
  );
}
