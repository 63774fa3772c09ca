import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, switchLanguage } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import classes from './LanguageSwitch.module.css';

/** The languages by their own names; the one in use is pressed. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { lang } = useLang();
  return (
    <div role="group" aria-label={t('shell.language')} className={classes.group}>
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={classes.choice}
          aria-pressed={lang === code}
          onClick={() => void switchLanguage(code)}
        >
          <abbr className={classes.code} title={LANGUAGE_NAMES[code]}>
            {code.toUpperCase()}
          </abbr>
        </button>
      ))}
    </div>
  );
}
