import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import type { SectionRow } from './queries';

/** What nothing stands in the way of, but what somebody should have seen: numbers that contradict, sections without a text. */
export function BeforePublishing({ cycleKey, sections }: { cycleKey: string; sections: SectionRow[] }) {
  const { t } = useTranslation();
  const { lang, list } = useLang();
  const contradicting = sections.filter(({ contradictions }) => contradictions > 0);
  const without = sections.filter(({ state }) => state === 'missing');
  return (
    <>
      {contradicting.length > 0 && (
        <Callout tone="warn" title={t('edition.contradicting')}>
          <ul>
            {contradicting.map(({ key, title, contradictions }) => (
              <li key={key}>
                <Link to="/reports/preparation/$cycle/$section" params={{ cycle: cycleKey, section: key }}>
                  {title[lang]}
                </Link>
                : {t('composition.contradictions', { count: contradictions })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {without.length > 0 && (
        <p className="soft">
          {t('edition.leftOut', {
            count: without.length,
            names: list(without.map(({ title }) => title[lang])),
          })}
        </p>
      )}
    </>
  );
}
