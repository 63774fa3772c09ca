import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { Facts, Panel } from '~/ui/Panel';
import classes from './MailOutboxPage.module.css';
import { mailQuery } from './queries';

/** One mail as its reader would see it; its HTML is shown without scripts. */
export function MailView({ id }: { id: string }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const mail = useQuery(mailQuery(id));
  return (
    <Loaded query={mail}>
      {(data) => (
        <Panel title={data.subject}>
          <Facts
            rows={[
              [t('mails.to'), data.recipient],
              [t('mails.from'), data.sender],
              [t('mails.at'), instant(data.createdAt)],
            ]}
          />
          <div style={{ marginTop: '1rem' }}>
            {data.html && (
              <iframe
                className={classes.frame}
                title={data.subject}
                src={`/api/mail-outbox/${data.id}/html`}
                sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
              />
            )}
            <details open={!data.html}>
              <summary>{t('mails.text')}</summary>
              <pre className={classes.text}>{data.text}</pre>
            </details>
          </div>
        </Panel>
      )}
    </Loaded>
  );
}
