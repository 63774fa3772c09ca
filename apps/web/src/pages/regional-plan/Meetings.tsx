import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { type Column, DataTable } from '~/ui/DataTable';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { useWhen } from '~/ui/use-when';
import { EditButton } from './EditButton';
import type { Edited } from './fields';
import { documentsQuery, type Meeting, meetingsQuery } from './queries';

/** The Annual Meetings with their hosts, days, and the documents that they adopted. */
export function Meetings({ edit }: { edit: ((edited: Edited) => void) | undefined }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const when = useWhen();
  const meetings = useQuery(meetingsQuery);
  const documents = useQuery(documentsQuery).data;
  const columns = useMemo((): Column<Meeting>[] => {
    const title = (key: string) => {
      const document = documents?.find((each) => each.key === key);
      return document ? text(document, 'title') : key;
    };
    return [
      { id: 'number', header: t('regional.meeting'), names: true, cell: ({ number }) => number },
      {
        id: 'heldOn',
        header: t('regional.heldOn'),
        cell: ({ heldOn, heldPrecision, dayInferred, year }) =>
          heldOn
            ? `${when(heldOn, heldPrecision ?? 'day')}${dayInferred ? ` (${t('regional.inferred')})` : ''}`
            : t('regional.dayUnknown', { year }),
      },
      {
        id: 'host',
        header: t('regional.host'),
        cell: ({ hostState }) => (hostState ? names.state(hostState) : t('regional.notStated')),
      },
      {
        id: 'place',
        header: t('regional.place'),
        cell: (row) => text(row, 'place') || t('regional.notStated'),
      },
      {
        id: 'documents',
        header: t('regional.adopted'),
        cell: (row) => (
          <>
            {row.documents.map((key) => (
              <div key={key}>
                <a href={`#document-${key}`}>{title(key)}</a>
              </div>
            ))}
            <BothText of={row} name="note" />
            <p className="soft">
              <SourceText text={row.sources.join(' · ')} />
            </p>
          </>
        ),
      },
      ...(edit
        ? [
            {
              id: 'edit',
              header: t('action.edit'),
              cell: (row: Meeting) => (
                <EditButton edit={edit} edited={{ kind: 'meeting', row }} of={row.number} />
              ),
            },
          ]
        : []),
    ];
  }, [t, text, names, when, documents, edit]);
  return (
    <Panel
      anchor="meetings"
      title={t('regional.meetings')}
      aside={
        <EditButton edit={edit} edited={{ kind: 'meeting', row: null }} label={t('regional.add.meeting')} />
      }
    >
      <Loaded query={meetings}>
        {(rows) => (
          <DataTable
            caption={t('regional.meetings')}
            rows={rows}
            columns={columns}
            keyOf={({ ordinal }) => String(ordinal)}
          />
        )}
      </Loaded>
    </Panel>
  );
}
