import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '~/ui/Callout';
import { type Column, DataTable } from '~/ui/DataTable';
import { Panel } from '~/ui/Panel';
import type { ImportAnswer, ImportMode } from './queries';

type Problem = ImportAnswer['problems'][number] & { at: number };

/** What came of a file: how much was taken, and everything that is wrong with its place. */
export function ImportOutcome({ answer, mode }: { answer: ImportAnswer; mode: ImportMode }) {
  const { t } = useTranslation();
  const { rows, imported } = answer;
  const problems = answer.problems.map((problem, at) => ({ ...problem, at }));
  const columns = useMemo(
    (): Column<Problem>[] => [
      {
        id: 'place',
        header: t('import.place'),
        names: true,
        cell: ({ row, cell }) =>
          cell ?? (row === null || row === undefined ? t('import.wholeFile') : t('import.row', { row })),
      },
      { id: 'column', header: t('import.column'), cell: ({ column }) => column ?? '–' },
      { id: 'value', header: t('import.value'), cell: ({ value }) => value ?? '–' },
      { id: 'detail', header: t('import.problem'), cell: ({ detail }) => detail },
    ],
    [t],
  );
  const good = problems.length === 0;
  return (
    <>
      <Callout tone={good ? 'info' : mode === 'good' ? 'warn' : 'bad'} role="status">
        <p>
          {mode === 'check'
            ? t(good ? 'import.checkedGood' : 'import.checkedBad', { rows, problems: problems.length })
            : t('import.taken', { imported, rows })}
        </p>
      </Callout>
      {!good && (
        <Panel title={t('import.problems')}>
          <DataTable
            caption={t('import.problems')}
            rows={problems}
            columns={columns}
            keyOf={({ at }) => String(at)}
          />
        </Panel>
      )}
    </>
  );
}
