import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '~/app/LanguageSwitch';
import { SchemeSwitch } from '~/app/SchemeSwitch';
import { PageTitle } from '~/ui/PageTitle';
import classes from './FrontPage.module.css';

/** A page in front of the application, for who is not signed in yet: one card, and what stands beside it. */
export function FrontPage({
  title,
  beside,
  children,
}: {
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main className={classes.main}>
        <section className={classes.card}>
          <img src="/icon.svg" alt="" width={44} height={44} />
          <PageTitle title={title} over={t('signIn.product')} />
          {children}
        </section>
        {beside}
      </main>
    </div>
  );
}
