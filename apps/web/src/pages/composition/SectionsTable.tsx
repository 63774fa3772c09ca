import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { ChipFilter } from '~/ui/ChipFilter';
import { type Column, DataTable } from '~/ui/DataTable';
import classes from './composition.module.css';
import { langsFor } from './languages';
import { OwnerDialog } from './OwnerDialog';
import type { SectionRow } from './queries';
import { SECTION_STATES, type SectionWord } from './search';
import { SectionMissing, SectionWords } from './SectionCells';
import { SectionOwner } from './SectionOwner';
import { SectionState } from './SectionState';

interface SectionsTableProps {
  composition: Schemas['CompositionDto'];
  /** Shows the sections in this state alone. */
  state: SectionWord | undefined;
  onState: (state: SectionWord | undefined) => void;
}

/** Every section with who answers for it, how far it is in each language, and what it lacks. */
export function SectionsTable({ composition, state, onState }: SectionsTableProps) {
  const { t } = useTranslation();
  const { lang, instant } = useLang();
  const { cycleKey, mayPrepare, sections } = composition;
  const [assigned, setAssigned] = useState<SectionRow | null>(null);
  const final = sections.filter((row) => row.state === 'final').length;
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
        cell: (row) => <SectionOwner row={row} onChange={mayPrepare ? () => setAssigned(row) : undefined} />,
      },
      {
        id: 'state',
        header: t('composition.state'),
        sort: (row) => SECTION_STATES.indexOf(row.state),
        cell: (row) => <SectionState state={row.state} />,
      },
      ...langsFor(lang).map((code): Column<SectionRow> => ({
        id: `words-${code}`,
        header: t('composition.words', { language: code.toUpperCase() }),
        numeric: true,
        cell: (row) => <SectionWords row={row} lang={code} />,
      })),
      { id: 'missing', header: t('composition.missing'), cell: (row) => <SectionMissing row={row} /> },
      {
        id: 'updated',
        header: t('composition.written'),
        sort: (row) => row.updatedAt ?? null,
        cell: (row) =>
          row.updatedAt ? `${instant(row.updatedAt)}${row.updatedBy ? `, ${row.updatedBy}` : ''}` : '–',
      },
    ],
    [t, lang, instant, cycleKey, mayPrepare],
  );
  return (
    <>
      <p role="status" className={classes.made}>
        <span>{t('composition.finals', { final, count: sections.length })}</span>
        <progress max={sections.length} value={final} aria-hidden />
      </p>
      <ChipFilter
        label={t('composition.state')}
        all={t('chips.all')}
        items={SECTION_STATES.map((value) => ({
          value,
          label: t(`composition.stateWord.${value}`),
          count: sections.filter((row) => row.state === value).length,
        }))}
        chosen={state}
        onChoose={onState}
      />
      <DataTable
        caption={t('composition.sections')}
        rows={state === undefined ? sections : sections.filter((row) => row.state === state)}
        columns={columns}
        keyOf={({ key }) => key}
        address="sort"
      />
      {assigned && <OwnerDialog cycleKey={cycleKey} section={assigned} onClose={() => setAssigned(null)} />}
    </>
  );
}
