import type { Bilingual, Lang } from '#platform/http';
import { type Mail, renderMail } from '#platform/mail';
import { accountTemplate, type AccountWords, instantInMail } from './account.mail.js';
import type { AccountChange } from './identity.vocabulary.js';

/** Who the other one is, and from when to when somebody stands in; ISO 8601. */
export interface LetterDelegation {
  name: string;
  from: string;
  to: string;
}

/** One mail that tells a person what happened to their account. */
export interface NoticeLetter {
  noticeId: string;
  change: AccountChange;
  /** ISO 8601. */
  at: string;
  /** Where it goes. */
  to: string;
  name: string;
  lang: Lang;
  delegation?: LetterDelegation | undefined;
}

const ACCOUNT: Bilingual = { en: 'Look at my account', es: 'Ver mi cuenta' };
const IF_YOU: Bilingual = {
  en: 'It happened on {{at}}. If it was you, there is nothing to do.',
  es: 'Ocurrió el {{at}}. Si fue usted, no tiene que hacer nada.',
};
const IF_NOT: Bilingual = {
  en: 'If it was not you, somebody may be using your account: set a new password now with “Forgot your password?” on the sign-in page (that ends all sessions), look at the second factors and passkeys on the page “My account”, and tell an administrator.',
  es: 'Si no fue usted, alguien podría estar usando su cuenta: establezca ahora una contraseña nueva con «¿Olvidó su contraseña?» en la página de inicio de sesión (eso cierra todas las sesiones), revise los segundos factores y las llaves de acceso en la página «Mi cuenta» y avise a una persona administradora.',
};

const DELEGATION_MORE: Bilingual = {
  en: 'It was arranged on {{at}}. What is done in somebody’s name is told as done by the one on behalf of the other. You both can end it on the page “My account”.',
  es: 'Se acordó el {{at}}. Lo que se hace en nombre de alguien consta como hecho por una persona en nombre de la otra. Ambas pueden terminarlo en la página «Mi cuenta».',
};
const DELEGATION_OVER: Bilingual = {
  en: 'It ended on {{at}}. There is nothing to do.',
  es: 'Terminó el {{at}}. No tiene que hacer nada.',
};
const UNEXPECTED: Bilingual = {
  en: 'If it was not you, and you knew nothing of it, end it on the page “My account”, set a new password and tell an administrator.',
  es: 'Si no fue usted ni lo sabía, termínelo en la página «Mi cuenta», establezca una contraseña nueva y avise a una persona administradora.',
};

const NOTICES: Record<AccountChange, Pick<AccountWords, 'subject' | 'what'> & Partial<AccountWords>> = {
  password_changed: {
    subject: { en: 'Your password was changed', es: 'Se cambió su contraseña' },
    what: {
      en: 'The password of your account was changed, and all open sessions were ended.',
      es: 'Se cambió la contraseña de su cuenta y se cerraron todas las sesiones abiertas.',
    },
  },
  authenticator_added: {
    subject: { en: 'An authenticator app was added', es: 'Se añadió una aplicación de autenticación' },
    what: {
      en: 'An authenticator app was set up as second factor of your account.',
      es: 'Se configuró una aplicación de autenticación como segundo factor de su cuenta.',
    },
  },
  authenticator_removed: {
    subject: { en: 'Your authenticator app was removed', es: 'Se quitó su aplicación de autenticación' },
    what: {
      en: 'The authenticator app was removed from your account; its recovery codes do not work any more.',
      es: 'Se quitó la aplicación de autenticación de su cuenta; sus códigos de recuperación ya no sirven.',
    },
  },
  passkey_added: {
    subject: { en: 'A passkey was added', es: 'Se añadió una llave de acceso' },
    what: {
      en: 'A passkey was added to your account. Whoever has it can sign in without a password.',
      es: 'Se añadió una llave de acceso a su cuenta. Quien la tenga puede iniciar sesión sin contraseña.',
    },
  },
  passkey_removed: {
    subject: { en: 'A passkey was removed', es: 'Se quitó una llave de acceso' },
    what: {
      en: 'A passkey was removed from your account.',
      es: 'Se quitó una llave de acceso de su cuenta.',
    },
  },
  recovery_code_used: {
    subject: { en: 'A recovery code was used', es: 'Se usó un código de recuperación' },
    what: {
      en: 'One of your recovery codes was used in place of a code of your authenticator app. It does not work again.',
      es: 'Se usó uno de sus códigos de recuperación en lugar de un código de su aplicación de autenticación. No vuelve a servir.',
    },
  },
  email_changed: {
    subject: { en: 'Your e-mail address was changed', es: 'Se cambió su dirección de correo' },
    what: {
      en: 'Your account has moved to another e-mail address. Mails about it do not come here any more.',
      es: 'Su cuenta pasó a otra dirección de correo. Los mensajes sobre ella ya no llegan aquí.',
    },
    otherwise: {
      en: 'If it was not you, tell an administrator at once: a link to set a new password would go to the new address.',
      es: 'Si no fue usted, avise de inmediato a una persona administradora: un enlace para establecer una contraseña nueva llegaría a la dirección nueva.',
    },
  },
  factors_reset: {
    subject: { en: 'Your second factors were taken', es: 'Se retiraron sus segundos factores' },
    what: {
      en: 'An administrator took the authenticator app and the passkeys from your account, and ended all sessions. Set up a new one when you next sign in.',
      es: 'Una persona administradora retiró de su cuenta la aplicación de autenticación y las llaves de acceso, y cerró todas las sesiones. Configure otra la próxima vez que inicie sesión.',
    },
    more: {
      en: 'It happened on {{at}}. If you asked for it, there is nothing else to do.',
      es: 'Ocurrió el {{at}}. Si usted lo pidió, no tiene que hacer nada más.',
    },
    otherwise: {
      en: 'If you did not ask for it, somebody may have pretended to be you: tell an administrator in another way than by answering this mail, and set a new password with “Forgot your password?” on the sign-in page.',
      es: 'Si usted no lo pidió, alguien pudo hacerse pasar por usted: avise a una persona administradora por otra vía que no sea responder a este correo y establezca una contraseña nueva con «¿Olvidó su contraseña?» en la página de inicio de sesión.',
    },
  },
  delegation_given: {
    subject: { en: 'Somebody stands in for you', es: 'Alguien le sustituye' },
    what: {
      en: '{{other}} stands in for you from {{from}} to {{to}} and can do in that time what you can do.',
      es: '{{other}} le sustituye del {{from}} al {{to}} y en ese tiempo puede hacer lo que usted puede hacer.',
    },
    more: DELEGATION_MORE,
    otherwise: UNEXPECTED,
  },
  delegation_got: {
    subject: { en: 'You stand in for somebody', es: 'Usted sustituye a alguien' },
    what: {
      en: 'You stand in for {{other}} from {{from}} to {{to}}. To act in their name, choose it on the page “My account”.',
      es: 'Usted sustituye a {{other}} del {{from}} al {{to}}. Para actuar en su nombre, elíjalo en la página «Mi cuenta».',
    },
    more: DELEGATION_MORE,
    otherwise: UNEXPECTED,
  },
  delegation_given_ended: {
    subject: { en: 'Nobody stands in for you any more', es: 'Ya nadie le sustituye' },
    what: {
      en: '{{other}} does not stand in for you any more. It had been arranged from {{from}} to {{to}}.',
      es: '{{other}} ya no le sustituye. Se había acordado del {{from}} al {{to}}.',
    },
    more: DELEGATION_OVER,
    otherwise: {
      en: 'If it was not you, ask the other person, or tell an administrator.',
      es: 'Si no fue usted, consulte a la otra persona o avise a una persona administradora.',
    },
  },
  delegation_got_ended: {
    subject: { en: 'You do not stand in any more', es: 'Usted ya no sustituye a nadie' },
    what: {
      en: 'You do not stand in for {{other}} any more. It had been arranged from {{from}} to {{to}}.',
      es: 'Usted ya no sustituye a {{other}}. Se había acordado del {{from}} al {{to}}.',
    },
    more: DELEGATION_OVER,
    otherwise: {
      en: 'If it was not you, ask the other person, or tell an administrator.',
      es: 'Si no fue usted, consulte a la otra persona o avise a una persona administradora.',
    },
  },
};

/** The mail of a notice; the same Message-ID whenever it is made again. */
export async function noticeMail(letter: NoticeLetter, publicUrl: string): Promise<Mail> {
  const { noticeId, change, at, to, name, lang, delegation } = letter;
  const day = (instant: string) => instantInMail(new Date(instant), lang);
  const words = { button: ACCOUNT, more: IF_YOU, otherwise: IF_NOT, ...NOTICES[change] };
  const rendered = await renderMail(accountTemplate(words, lang), {
    name,
    at: day(at),
    ...(delegation && { other: delegation.name, from: day(delegation.from), to: day(delegation.to) }),
    link: `${publicUrl}/account`,
  });
  return { ...rendered, to, lang, messageId: `notice.${noticeId}@${new URL(publicUrl).hostname}` };
}
