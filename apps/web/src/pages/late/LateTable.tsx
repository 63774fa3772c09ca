import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { DaysLeft } from '~/pages/my-updates/DaysLeft';
import { type Column, DataTable } from '~/ui/DataTable';
import { Sign, type Tone } from '~/ui/Sign';
import classes from './Late.module.css';
import { isNobodys, remindedOf } from './late';
import type { LateStatus } from './spans';
import type { LateCommitment } from './queries';
import { Reminded } from './Reminded';
import { useLateWords } from './words';

/** As many as a person looks through; more on demand. */
const FIRST = 25;

const SIGNS: Record<LateStatus, [Tone, string]> = {
  missing: ['warn', '○'],
  draft: ['quiet', '✎'],
  returned: ['warn', '↩'],
  reopened: ['warn', '↺'],
  submitted: ['accent', '→'],
};

/** Commitments that a cycle waits for, each with whose turn it is and who was reminded when. */
export function LateTable({ items }: { items: LateCommitment[] }) {
  const ofOne = new Set(items.map(({ stateCode }) => stateCode)).size === 1;
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const words = useLateWords();
  const [all, setAll] = useState(false);
  const columns = useMemo(
    (): Column<LateCommitment>[] => [
      {
        id: 'commitment',
        header: t('late.commitment'),
        names: true,
        sort: (item) => item.code,
        cell: (item) => (
          <>
            <Link to="/commitments/$id" params={{ id: item.commitmentId }}>
              {item.code}
            </Link>
            <span className={classes.title}>{text(item, 'title')}</span>
          </>
        ),
      },
      ...(ofOne
        ? []
        : [
            {
              id: 'state',
              header: t('field.state'),
              sort: (item: LateCommitment) => names.state(item.stateCode),
              cell: (item: LateCommitment) => names.state(item.stateCode),
            },
          ]),
      {
        id: 'late',
        header: t('late.time'),
        sort: (item) => item.daysLate,
        cell: (item) => (
          <span className={classes.whole}>
            <DaysLeft days={-item.daysLate} />
          </span>
        ),
      },
      {
        id: 'status',
        header: t('late.status'),
        sort: (item) => item.status,
        cell: ({ status }) => {
          const [tone, shape] = SIGNS[status];
          return (
            <span className={classes.whole}>
              <Sign tone={tone} shape={shape} text={t(`late.word.${status}`)} />
            </span>
          );
        },
      },
      {
        id: 'who',
        header: t('late.waitsFor'),
        cell: (item) =>
          isNobodys(item) ? (
            <Sign tone="bad" shape="!" text={t('late.nobody')} />
          ) : (
            words.waitsFor(item).map((who) => <div key={who}>{who}</div>)
          ),
      },
      {
        id: 'reminders',
        header: t('late.reminders'),
        term: 'reminder',
        sort: (item) => remindedOf(item.reminders).times,
        cell: (item) => <Reminded item={item} />,
      },
    ],
    [t, text, names, words, ofOne],
  );
  return (
    <>
      <DataTable
        caption={t('nav.late')}
        rows={all ? items : items.slice(0, FIRST)}
        columns={columns}
        keyOf={(item) => item.commitmentId}
        address="sort"
      />
      {!all && items.length > FIRST && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          {t('late.showAll', { count: items.length })}
        </Button>
      )}
    </>
  );
}
