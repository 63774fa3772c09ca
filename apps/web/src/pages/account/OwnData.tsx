import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/ui/Panel';
import classes from './account.module.css';

/** What is stored about people, in the order of the page for the data protection officer. */
const STORED = ['person', 'roles', 'access', 'sessions', 'links', 'tokens', 'work'] as const;

/** All that is stored about the person, as a file. */
export function OwnData() {
  const { t } = useTranslation();
  return (
    <Panel title={t('account.data.title')}>
      <ul className={classes.stored}>
        {STORED.map((what) => (
          <li key={what}>{t(`account.data.stored.${what}`)}</li>
        ))}
      </ul>
      <p>{t('account.data.text')}</p>
      <Button component="a" href="/api/me/export" download="my-data.json" variant="default">
        {t('account.data.download')}
      </Button>
    </Panel>
  );
}
