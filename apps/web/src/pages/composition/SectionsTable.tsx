import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { OwnerDialog } from './OwnerDialog';
import type { SectionRow } from './queries';
import classes from './composition.module.css';
import { SectionState } from './SectionState';

/** Every section with who answers for it, how far it is, and what it lacks. */
export function SectionsTable({ composition }: { composition: Schemas['CompositionDto'] }) {
  const { t } = useTranslation();
  const { lang, number, instant } = useLang();
  const names = useNames();
  const { cycleKey, mayPrepare, sections } = composition;
  const [assigned, setAssigned] = useState<SectionRow | null>(null);
  const columns = useMemo(
    (): Column<SectionRow>[] => [
      {
        id: 'title',
        header: t('composition.section'),
        names: true,
        cell: (row) => (
          <Link to="/reports/preparation/$cycle/$section" params={{ cycle: cycleKey, section: row.key }}>
            {row.title[lang]}
          </Link>
        ),
      },
      {
        id: 'owner',
        header: t('composition.owner'),
        cell: (row) => {
          const owner =
            row.desk === 'state' && row.stateCode
              ? names.state(row.stateCode)
              : row.desk === 'team'
                ? t('composition.desk.teamOf', { team: row.teamKey })
                : t(`composition.desk.${row.desk}`);
          return mayPrepare ? (
            <button
              type="button"
              className={classes.quietButton}
              aria-label={`${owner}: ${t('composition.changeOwner')} (${row.title[lang]})`}
              onClick={() => setAssigned(row)}
            >
              {owner}
            </button>
          ) : (
            owner
          );
        },
      },
      {
        id: 'state',
        header: t('composition.state'),
        sort: (row) => row.state,
        cell: (row) => <SectionState state={row.state} />,
      },
      {
        id: 'words',
        header: t('composition.words'),
        numeric: true,
        cell: (row) => `${number(row.wordsEn)} / ${number(row.wordsEs)}`,
      },
      {
        id: 'languages',
        header: t('composition.languages'),
        cell: (row) => (row.languages === 'none' ? '–' : t(`composition.language.${row.languages}`)),
      },
      { id: 'missing', header: t('composition.missing'), cell: (row) => <Missing row={row} /> },
      {
        id: 'updated',
        header: t('composition.written'),
        sort: (row) => row.updatedAt ?? null,
        cell: (row) =>
          row.updatedAt ? `${instant(row.updatedAt)}${row.updatedBy ? `, ${row.updatedBy}` : ''}` : '–',
      },
    ],
    [t, lang, number, instant, names, cycleKey, mayPrepare],
  );
  return (
    <>
      <DataTable
        caption={t('composition.sections')}
        rows={sections}
        columns={columns}
        keyOf={({ key }) => key}
      />
      {assigned && <OwnerDialog cycleKey={cycleKey} section={assigned} onClose={() => setAssigned(null)} />}
    </>
  );
}

/** What keeps a section from being printed, in words. */
function Missing({ row }: { row: SectionRow }) {
  const { t } = useTranslation();
  const told = [
    ...(row.unresolved > 0 ? [t('composition.unresolved', { count: row.unresolved })] : []),
    ...(row.contradictions > 0 ? [t('composition.contradictions', { count: row.contradictions })] : []),
    ...(row.state === 'missing' ? [t('composition.text')] : []),
  ];
  return told.length === 0 ? '–' : told.join(' · ');
}
