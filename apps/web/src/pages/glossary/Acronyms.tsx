import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { Panel } from '~/ui/Panel';

type Acronym = Schemas['AcronymView'];

/** Acronyms with what they stand for; States use some of them for different things. */
export function Acronyms({ acronyms }: { acronyms: Acronym[] }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const columns = useMemo((): Column<Acronym>[] => {
    const place = (each: Acronym) => (each.place === 'REG' ? t('glossary.region') : names.state(each.place));
    return [
      {
        id: 'acronym',
        header: t('glossary.acronym'),
        names: true,
        sort: (each) => each.acronym,
        cell: (each) => each.acronym,
      },
      { id: 'term', header: t('glossary.standsFor'), cell: (each) => text(each, 'term') },
      { id: 'place', header: t('field.state'), sort: place, cell: place },
    ];
  }, [t, text, names]);
  return (
    <Panel anchor="acronyms" title={t('glossary.acronyms')}>
      <DataTable
        caption={t('glossary.acronymsOf')}
        rows={acronyms}
        columns={columns}
        keyOf={(each) => `${each.place} ${each.acronym}`}
        sortedBy={{ id: 'acronym', desc: false }}
        address="sort"
      />
    </Panel>
  );
}
