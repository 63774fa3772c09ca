import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetAll, type Me, signIn } from '~/app/session';
import { type SessionStanding, standingOf } from '~/app/standing';
import { Dialog } from '~/ui/Dialog';
import classes from './FrontPage.module.css';
import { PasskeyWay } from './PasskeyWay';
import { PasswordForm, type Who } from './PasswordForm';
import { VerifyForm } from './VerifyForm';

interface SignInAgainDialogProps {
  me: Me;
  /** @param again false: the person leaves the page */
  onEnd: (again: boolean) => void;
}

/** Over a page whose session has ended: the same person signs in and goes on where they were. Nothing behind it can be read. */
export function SignInAgainDialog({ me, onEnd }: SignInAgainDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const why = useId();
  const [standing, setStanding] = useState<SessionStanding>('nobody');
  const look = async () => {
    const now = await standingOf(me);
    // What the page holds is not another person's.
    if (now === 'other') {
      await forgetAll(client);
      window.location.replace('/');
    } else if (now === 'same') onEnd(true);
    else setStanding(now);
  };
  const entering = useMutation({
    mutationFn: async ({ email, password }: Who) => {
      await signIn(email, password);
      await look();
    },
    meta: { quiet: true },
  });
  const cameBack = useEffectEvent(() => void look().catch(() => undefined));
  useEffect(() => {
    const back = () => cameBack();
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, []);
  const elsewhere = standing === 'enrol' ? '/second-factor' : '/sign-in';
  return (
    <Dialog title={t('signIn.again.title')} veiled describedBy={why}>
      <p id={why}>{t('signIn.again.text', { name: me.user.name })}</p>
      {standing === 'nobody' && <PasswordForm address={me.user.email} entering={entering} />}
      {standing === 'verify' && <VerifyForm onDone={look} />}
      {standing === 'enrol' && <p>{t('account.enrol.text')}</p>}
      <div className={classes.ways}>
        {standing === 'nobody' && <PasskeyWay onSignedIn={look} />}
        <a href={elsewhere} target="_blank" rel="noreferrer">
          {t(standing === 'enrol' ? 'signIn.again.enrol' : 'signIn.again.elsewhere')}
        </a>
        <Button variant="subtle" size="compact-sm" onClick={() => onEnd(false)}>
          {t('signIn.again.leave')}
        </Button>
      </div>
    </Dialog>
  );
}
