import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import classes from './composition.module.css';
import type { SectionRow } from './queries';

/** Who answers for a section; a button for who may change it. */
export function SectionOwner({ row, onChange }: { row: SectionRow; onChange: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const names = useNames();
  const owner =
    row.desk === 'state' && row.stateCode
      ? names.state(row.stateCode)
      : row.desk === 'team'
        ? t('composition.desk.teamOf', { team: row.teamKey })
        : t(`composition.desk.${row.desk}`);
  if (!onChange) return owner;
  return (
    <button
      type="button"
      className={classes.quietButton}
      aria-label={`${owner}: ${t('composition.changeOwner')} (${row.title[lang]})`}
      onClick={onChange}
    >
      {owner}
    </button>
  );
}
