import { useTranslation } from 'react-i18next';
import { IconClose } from './icons';
import { dismiss, useNotices } from './notice';
import classes from './Notices.module.css';

/** Where confirmations appear. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useNotices();
  return (
    <div className={classes.stack} role="status" aria-live="polite">
      {notices.map(({ id, text, tone }) => (
        <div key={id} className={classes.notice} data-tone={tone}>
          <span aria-hidden>{tone === 'good' ? '✓' : '!'}</span>
          <span className={classes.text}>{text}</span>
          <button
            type="button"
            className={classes.close}
            onClick={() => dismiss(id)}
            aria-label={t('action.close')}
          >
            <IconClose size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
