import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { type RecordField, RecordForm, type RecordList } from '~/ui/RecordForm';
import type { RecordLists, RecordValues } from '~/ui/record-values';
import { useForget } from './queries';

/** What stands in a form. */
export interface Entry {
  values: RecordValues;
  rows?: RecordLists;
}

interface TeamRecordFormProps<T> {
  title: string;
  /** The team that the record belongs to; absent while it is begun. */
  team?: string;
  year?: number;
  record: T | undefined;
  fields: RecordField[];
  lists?: RecordList[];
  entryOf: (record: T | undefined) => Entry;
  /** Stores the form over the version that the person saw. @param stored to be told as soon as something is stored */
  store: (entry: Required<Entry>, before: T | undefined, stored: (now: T) => void) => Promise<T>;
  /** Further fields. @param before the record as it is stored now */
  children?: (error: unknown, before: T | undefined) => ReactNode;
  /** What the API calls those further fields. */
  others?: readonly string[];
}

/** A form over something of a team. When somebody else saved meanwhile, the person chooses what to go on from. */
export function TeamRecordForm<T extends { version: number }>(props: TeamRecordFormProps<T>) {
  const { title, team, year, record, fields, lists, entryOf, store, children } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const forget = useForget();
  const [before, setBefore] = useState(record);
  const [round, setRound] = useState(0);
  const save = useMutation({
    mutationFn: (entry: Required<Entry>) => store(entry, before, setBefore),
    onSuccess: forget,
  });
  const back = (key: string | undefined) =>
    void (key
      ? navigate({ to: '/teams/$key', params: { key }, search: year ? { year: String(year) } : {} })
      : navigate({ to: '/teams' }));
  const { values, rows } = entryOf(before);
  return (
    <>
      <PageTitle
        title={title}
        over={
          team && (
            <Link to="/teams/$key" params={{ key: team }} search={year ? { year: String(year) } : {}}>
              {team}
              {year ? ` · ${year}` : ''}
            </Link>
          )
        }
      />
      <RecordForm
        key={round}
        fields={fields}
        values={values}
        lists={lists}
        others={props.others}
        rows={rows}
        submit={t('team.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(team)}
        onSubmit={(written, _seen, writtenRows) =>
          save.mutate(
            { values: written, rows: writtenRows },
            {
              onSuccess: () => {
                notify(t('team.saved'));
                back(team ?? written['key']);
              },
            },
          )
        }
        onStale={(current, keep) => {
          setBefore(current as T);
          if (!keep) setRound(round + 1);
          save.reset();
        }}
      >
        {children?.(save.error, before)}
      </RecordForm>
    </>
  );
}
