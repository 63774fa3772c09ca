import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import type { Edition } from '~/pages/composition/edition-queries';
import { useCycleName } from '~/ui/cycle-name';
import { Panel } from '~/ui/Panel';
import classes from './EditionPage.module.css';

/** How to cite an edition, with its permanent address; nothing before it is published. */
export function EditionCitation({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { day, text } = useLang();
  const cycleName = useCycleName();
  const { kind, cycleKey, number, publishedAt } = edition;
  if (!publishedAt) return null;
  return (
    <Panel title={t('edition.cite')}>
      <p className={classes.cite}>
        {t('edition.citation', {
          year: publishedAt.slice(0, 4),
          title: `${t(`reports.kind.${kind}`)} · ${cycleName(cycleKey)}`,
          number,
          day: day(publishedAt),
          address: text(edition, 'address'),
        })}
      </p>
    </Panel>
  );
}
