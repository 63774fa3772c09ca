import type { Bilingual, Lang } from '#platform/http';
import { type Mail, renderMail } from '#platform/mail';
import { accountTemplate, type AccountWords, instantInMail } from './account.mail.js';
import type { AccountChange } from './identity.vocabulary.js';

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
};

/** The mail of a notice; the same Message-ID whenever it is made again. */
export async function noticeMail(letter: NoticeLetter, publicUrl: string): Promise<Mail> {
  const { noticeId, change, at, to, name, lang } = letter;
  const words = { button: ACCOUNT, more: IF_YOU, otherwise: IF_NOT, ...NOTICES[change] };
  const rendered = await renderMail(accountTemplate(words, lang), {
    name,
    at: instantInMail(new Date(at), lang),
    link: `${publicUrl}/account`,
  });
  return { ...rendered, to, lang, messageId: `notice.${noticeId}@${new URL(publicUrl).hostname}` };
}
