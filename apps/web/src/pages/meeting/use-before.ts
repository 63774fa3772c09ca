import { useTranslation } from 'react-i18next';
import type { Cell } from '~/pages/region/queries';

/** What a slide compares with: the last cycle of the same kind where there was one, else the last of the other kind. */
export function useBefore(whole: Cell | undefined): {
  label: string;
  of: (cell: Cell) => string | null | undefined;
} {
  const { t } = useTranslation();
  return typeof whole?.changeSameKind === 'string'
    ? { label: t('meeting.sinceSame'), of: (cell) => cell.changeSameKind }
    : { label: t('meeting.sinceOther'), of: (cell) => cell.changeOtherKind };
}
