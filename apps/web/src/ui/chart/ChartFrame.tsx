import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/ui/notice';
import { IconChart, IconGrid } from '~/ui/place-icons';
import classes from './ChartFrame.module.css';
import { ChartTable } from './ChartTable';
import { EmbedButton } from './EmbedButton';
import { csvOf, pngOf, save, type Table } from './files';

interface ChartFrameProps {
  title: string;
  /** What the chart says, in a sentence or two. */
  summary: string;
  /** Where the numbers come from. */
  source: string;
  table: Table;
  format: (value: number) => string;
  /** The drawing as a file of its own. */
  svg: () => Promise<string>;
  /** What other sites show it as. */
  embed?: string;
  children: ReactNode;
}

/** What every chart and map has: title, summary in words, its numbers as a table, its source, and files to take along. */
export function ChartFrame({ title, summary, source, table, format, svg, embed, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const caption = { title, source };
  const take = async (kind: 'png' | 'svg' | 'csv') => {
    try {
      if (kind === 'csv') save(new Blob([csvOf(table, caption)], { type: 'text/csv' }), title, kind);
      else {
        const drawn = await svg();
        save(kind === 'svg' ? new Blob([drawn], { type: 'image/svg+xml' }) : await pngOf(drawn), title, kind);
      }
    } catch {
      notify(t('chart.notSaved'));
    }
  };
  return (
    <figure className={classes.frame} aria-labelledby={id}>
      <figcaption>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        <p className={classes.summary}>{summary}</p>
      </figcaption>
      {asTable ? <ChartTable caption={title} table={table} format={format} /> : children}
      <div className={classes.foot}>
        <p className={classes.source}>{source}</p>
        <div className={classes.tools}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={asTable ? <IconChart /> : <IconGrid />}
            aria-label={`${t(asTable ? 'chart.asDrawing' : 'chart.asTable')}: ${title}`}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'chart.asDrawing' : 'chart.asTable')}
          </Button>
          {embed !== undefined && <EmbedButton title={title} chart={embed} />}
          {(['png', 'svg', 'csv'] as const).map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="subtle"
              aria-label={t('chart.save', { kind: kind.toUpperCase(), title })}
              onClick={() => void take(kind)}
            >
              {kind.toUpperCase()}
            </Button>
          ))}
        </div>
      </div>
    </figure>
  );
}
