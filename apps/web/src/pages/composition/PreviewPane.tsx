import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import Markdown from '~/ui/markdown/Markdown';
import classes from './composition.module.css';
import type { Lang, Preview } from './queries';

/** Both texts as the report will have them. */
export function PreviewPane({ preview, order }: { preview: Preview; order: readonly Lang[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      {order.map((code) => {
        const text = code === 'en' ? preview.textEn : preview.textEs;
        return (
          <section key={code} aria-label={`${t('composition.preview')}, ${LANGUAGE_NAMES[code]}`}>
            <h3 className={classes.small}>{LANGUAGE_NAMES[code]}</h3>
            {text.trim() === '' ? (
              <p className="soft">{t('composition.nothing')}</p>
            ) : (
              <div lang={code} className={classes.prose}>
                <Markdown text={text} />
              </div>
            )}
          </section>
        );
      })}
    </div>
  );
}
