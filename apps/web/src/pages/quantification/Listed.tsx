import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';

/** Opens a row to be corrected. */
export function Change({ of, onClick }: { of: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="xs" variant="default" aria-label={`${t('action.edit')}: ${of}`} onClick={onClick}>
      {t('action.edit')}
    </Button>
  );
}

interface ListedProps<Row> {
  title: string;
  query: Parameters<typeof Loaded<Row[]>>[0]['query'];
  columns: Column<Row>[];
  keyOf: (row: Row) => string;
  /** Under which its order stands in the address. */
  address: string;
  /** What it was narrowed by. */
  search: object;
  onAdd: (() => void) | undefined;
}

/** One list of the page with the button that adds to it. */
export function Listed<Row extends object>({
  title,
  query,
  columns,
  keyOf,
  address,
  search,
  onAdd,
}: ListedProps<Row>) {
  const { t } = useTranslation();
  return (
    <Panel
      title={title}
      aside={
        onAdd && (
          <Button
            size="xs"
            variant="default"
            aria-label={`${t('quantification.add')}: ${title}`}
            onClick={onAdd}
          >
            {t('quantification.add')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyList search={search} none={t('quantification.none')} />
          ) : (
            <DataTable caption={title} rows={rows} columns={columns} keyOf={keyOf} address={address} />
          )
        }
      </Loaded>
    </Panel>
  );
}
