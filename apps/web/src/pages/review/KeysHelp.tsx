import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ReviewPage.module.css';
import { useSingleKeys } from '~/app/single-keys';
import { REVIEW_KEYS } from './review-keys';

/** Which keys there are, and the switch that turns them off. */
export function KeysHelp() {
  const { t } = useTranslation();
  const [on, setOn] = useSingleKeys();
  return (
    <details className={classes.keys}>
      <summary>{t('keys.title')}</summary>
      <dl>
        {(['next', 'previous', 'approve', 'return'] as const).map((name) => (
          <div key={name}>
            <dt>
              <kbd>{REVIEW_KEYS[name].toUpperCase()}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
        label={t('keys.switch')}
        description={t('keys.when')}
      />
    </details>
  );
}
