import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { type Column, DataTable } from '~/ui/DataTable';
import { breakdownTexts, figureText } from '~/ui/figure-text';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { EditButton } from './EditButton';
import type { Edited } from './fields';
import { type ContextFigure, figuresQuery } from './queries';

/** The regional context of a year in figures, each with its window and sources. */
export function Context({ year, edit }: { year: number; edit: ((edited: Edited) => void) | undefined }) {
  const { t } = useTranslation();
  const tools = useLang();
  const figures = useQuery(figuresQuery(year));
  const columns = useMemo(
    (): Column<ContextFigure>[] => [
      { id: 'label', header: t('regional.figure'), names: true, cell: (row) => tools.text(row, 'label') },
      {
        id: 'value',
        header: t('figureForm.value'),
        cell: (row) => {
          const figure = { ...row, labelEn: null, labelEs: null };
          return (
            <>
              {figureText(figure, t, tools)}
              {breakdownTexts(figure, t, tools).map((line) => (
                <div key={line}>{line}</div>
              ))}
              <BothText of={row} name="note" />
            </>
          );
        },
      },
      {
        id: 'sources',
        header: t('regional.sources'),
        cell: ({ sources }) => <SourceText text={sources.join(' · ')} />,
      },
      ...(edit
        ? [
            {
              id: 'edit',
              header: t('action.edit'),
              cell: (row: ContextFigure) => (
                <EditButton
                  edit={edit}
                  edited={{ kind: 'figure', year, row }}
                  of={tools.text(row, 'label')}
                />
              ),
            },
          ]
        : []),
    ],
    [t, tools, year, edit],
  );
  return (
    <Panel
      anchor="context"
      title={t('regional.context', { year })}
      aside={
        <EditButton
          edit={edit}
          edited={{ kind: 'figure', year, row: null }}
          label={t('regional.add.figure')}
        />
      }
    >
      <Loaded query={figures}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{t('regional.noFigures', { year })}</p>
          ) : (
            <DataTable
              caption={t('regional.context', { year })}
              rows={rows}
              columns={columns}
              keyOf={({ key }) => key}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
