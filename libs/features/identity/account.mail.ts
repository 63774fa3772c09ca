import type { Bilingual, Lang } from '#platform/http';
import type { MailTemplate } from '#platform/mail';

/** What a mail about somebody's account says; `{{…}}` are filled in when it is made. */
export interface AccountWords {
  subject: Bilingual;
  what: Bilingual;
  button: Bilingual;
  /** Below the button. */
  more: Bilingual;
  /** What to do if it was not the person; last, and smaller. */
  otherwise: Bilingual;
}

const PRODUCT: Bilingual = { en: 'MIRPS commitments', es: 'Compromisos del MIRPS' };
const HELLO: Bilingual = { en: 'Dear {{name}},', es: 'Estimado/a {{name}}:' };

/** All mails about accounts look alike: who, what, one button, what to do otherwise. */
export function accountTemplate(words: AccountWords, lang: Lang): MailTemplate {
  const { subject, what, button, more, otherwise } = words;
  return {
    subject: subject[lang],
    mjml: `<mjml lang="${lang}"><mj-head><mj-title>${PRODUCT[lang]}</mj-title>
      <mj-attributes><mj-all font-family="Helvetica, Arial, sans-serif" /><mj-text font-size="16px" line-height="1.5" color="#1c2b39" /></mj-attributes></mj-head>
      <mj-body background-color="#f3f5f7"><mj-section background-color="#0b4f6c"><mj-column><mj-text color="#ffffff" font-weight="700">${PRODUCT[lang]}</mj-text></mj-column></mj-section>
      <mj-section background-color="#ffffff"><mj-column><mj-text>${HELLO[lang]}</mj-text><mj-text>${what[lang]}</mj-text>
        <mj-button href="{{link}}" background-color="#0b6e4f" color="#ffffff" font-size="16px">${button[lang]}</mj-button>
        <mj-text font-size="14px">${more[lang]}</mj-text></mj-column></mj-section>
      <mj-section><mj-column><mj-text font-size="12px" color="#4a5a68">${otherwise[lang]}</mj-text></mj-column></mj-section></mj-body></mjml>`,
    text: `${HELLO[lang]}\n\n${what[lang]}\n\n${button[lang]}: {{link}}\n\n${more[lang]}\n\n--\n${otherwise[lang]}\n`,
  };
}

const INSTANT: Record<Lang, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
};

/** Day and minute, with the zone, as mails write them. */
export const instantInMail = (instant: Date, lang: Lang): string => `${INSTANT[lang].format(instant)} UTC`;
