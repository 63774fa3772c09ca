import type { Bilingual, Lang } from '#platform/http';
import { type Mail, renderMail } from '#platform/mail';
import { accountTemplate, type AccountWords, instantInMail } from './account.mail.js';
import type { LinkPurpose } from './identity.vocabulary.js';

/** One mail with a link that works once. */
export interface LinkLetter {
  linkId: string;
  purpose: LinkPurpose;
  /** Where it goes. */
  to: string;
  name: string;
  lang: Lang;
  /** The new address, of a change of address. */
  newEmail: string | null;
  expiresAt: Date;
  link: string;
}

const UNTIL: Bilingual = {
  en: 'The link works once, until {{until}}.',
  es: 'El enlace sirve una sola vez, hasta el {{until}}.',
};
const IGNORE: Bilingual = {
  en: 'If you did not ask for this, do nothing: without the link nothing happens.',
  es: 'Si usted no lo pidió, no haga nada: sin el enlace no ocurre nada.',
};

const LETTERS: Record<LinkPurpose, Omit<AccountWords, 'more'>> = {
  sign_in: {
    subject: { en: 'Your link to sign in', es: 'Su enlace para iniciar sesión' },
    what: {
      en: 'Somebody, probably you, asked for a link to sign in to the follow-up of MIRPS commitments.',
      es: 'Alguien, probablemente usted, pidió un enlace para iniciar sesión en el seguimiento de compromisos del MIRPS.',
    },
    button: { en: 'Sign in', es: 'Iniciar sesión' },
    otherwise: IGNORE,
  },
  password_reset: {
    subject: { en: 'Set a new password', es: 'Establezca una contraseña nueva' },
    what: {
      en: 'Somebody, probably you, asked to set a new password. When you set it, all open sessions end.',
      es: 'Alguien, probablemente usted, pidió establecer una contraseña nueva. Al establecerla se cierran todas las sesiones abiertas.',
    },
    button: { en: 'Set a new password', es: 'Establecer contraseña' },
    otherwise: IGNORE,
  },
  invitation: {
    subject: {
      en: 'You are invited to follow up MIRPS commitments',
      es: 'Le invitamos a dar seguimiento a los compromisos del MIRPS',
    },
    what: {
      en: 'You have been given access to the follow-up of MIRPS commitments. Choose a password to begin.',
      es: 'Usted tiene acceso al seguimiento de compromisos del MIRPS. Elija una contraseña para comenzar.',
    },
    button: { en: 'Accept the invitation', es: 'Aceptar la invitación' },
    otherwise: {
      en: 'If you do not know what this is about, do nothing.',
      es: 'Si no sabe de qué se trata, no haga nada.',
    },
  },
  email_old: {
    subject: { en: 'Your e-mail address is to change', es: 'Se pidió cambiar su dirección de correo' },
    what: {
      en: 'Your sign-in is to move from this address to {{newEmail}}. It moves once both addresses have confirmed.',
      es: 'Su acceso pasará de esta dirección a {{newEmail}}. El cambio se hace cuando ambas direcciones lo confirmen.',
    },
    button: { en: 'Confirm the change', es: 'Confirmar el cambio' },
    otherwise: {
      en: 'If you did not ask for this, somebody may be using your account: do not confirm, and change your password.',
      es: 'Si usted no lo pidió, alguien podría estar usando su cuenta: no confirme y cambie su contraseña.',
    },
  },
  email_new: {
    subject: { en: 'Confirm your new e-mail address', es: 'Confirme su nueva dirección de correo' },
    what: {
      en: 'This address is to become your sign-in. It does once both the old and the new address have confirmed.',
      es: 'Esta dirección será su acceso. El cambio se hace cuando la dirección anterior y la nueva lo confirmen.',
    },
    button: { en: 'Confirm the change', es: 'Confirmar el cambio' },
    otherwise: IGNORE,
  },
};

/** The mail of a link; the same Message-ID whenever it is made again. */
export async function linkMail(letter: LinkLetter, publicUrl: string): Promise<Mail> {
  const { linkId, purpose, to, name, lang, newEmail, expiresAt, link } = letter;
  const template = accountTemplate({ ...LETTERS[purpose], more: UNTIL }, lang);
  const until = instantInMail(expiresAt, lang);
  const rendered = await renderMail(template, { name, until, link, newEmail: newEmail ?? '' });
  return { ...rendered, to, lang, messageId: `link.${linkId}@${new URL(publicUrl).hostname}` };
}
