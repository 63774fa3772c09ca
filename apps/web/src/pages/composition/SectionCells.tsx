import { useTranslation } from 'react-i18next';
import type { Lang } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import type { SectionRow } from './queries';

/** How many words a section has in one language, or that it lacks that language. */
export function SectionWords({ row, lang }: { row: SectionRow; lang: Lang }) {
  const { t } = useTranslation();
  const { number } = useLang();
  const words = lang === 'en' ? row.wordsEn : row.wordsEs;
  if (words > 0) return number(words);
  return row.languages === 'none' ? '–' : <strong>{t('text.toBeTranslated')}</strong>;
}

/** What keeps a section from being printed, in words. */
export function SectionMissing({ row }: { row: SectionRow }) {
  const { t } = useTranslation();
  const told = [
    ...(row.unresolved > 0 ? [t('composition.unresolved', { count: row.unresolved })] : []),
    ...(row.untranslated > 0 ? [t('composition.untranslated', { count: row.untranslated })] : []),
    ...(row.contradictions > 0 ? [t('composition.contradictions', { count: row.contradictions })] : []),
    ...(row.state === 'missing' ? [t('composition.text')] : []),
  ];
  return told.length === 0 ? '–' : told.join(' · ');
}
