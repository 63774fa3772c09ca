import { useTranslation } from 'react-i18next';
import classes from './PageIndex.module.css';

/** Leads to the parts of a long page where the screen is too narrow to see how it goes on. @param parts by `anchor` of their panels */
export function PageIndex({ parts }: { parts: [anchor: string, title: string][] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('page.index')} className={classes.index}>
      <ul>
        {parts.map(([anchor, title]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
