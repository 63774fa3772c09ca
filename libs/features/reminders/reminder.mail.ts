import { cycleName, type CycleKind } from '#features/cycles';
import type { Bilingual, Lang } from '#platform/http';
import { type Mail, type MailTemplate, renderMail } from '#platform/mail';
import { dayText } from './reminder.text.js';
import type { ReminderKind } from './reminder.vocabulary.js';

/** What one reminder mail says. */
export interface ReminderLetter {
  ledgerId: string;
  kind: ReminderKind;
  email: string;
  name: string;
  lang: Lang;
  cycleKey: string;
  year: number;
  cycleKind: CycleKind;
  dueOn: string;
  why: Bilingual;
  /** Where the person can stop these mails, without signing in. */
  settings: string;
  items: readonly { code: string; stateCode: string; titleEn: string; titleEs: string }[];
}

/** Where the button leads: exactly the list that the mail is about. */
const PLACES: Record<ReminderKind, (cycleKey: string) => string> = {
  update: (cycle) => `/my-updates?cycle=${cycle}`,
  escalation_coordinator: (cycle) => `/cycles/${cycle}?show=missing`,
  escalation_presidency: (cycle) => `/cycles/${cycle}?show=missing`,
  review_queue: (cycle) => `/review?cycle=${cycle}`,
};

const WORDS: Record<string, Bilingual> = {
  product: { en: 'MIRPS commitments', es: 'Compromisos del MIRPS' },
  hello: { en: 'Dear {{name}},', es: 'Estimado/a {{name}}:' },
  due: { en: 'Due on {{due}}', es: 'Fecha de entrega: {{due}}' },
  role: { en: 'You receive this because of your role.', es: 'Recibe este mensaje por su función.' },
  stop: { en: 'Stop these mails', es: 'Dejar de recibir estos correos' },
};

const SUBJECTS: Record<ReminderKind, Bilingual> = {
  update: {
    en: '{{cycle}}: {{count}} updates due on {{due}}',
    es: '{{cycle}}: {{count}} actualizaciones para el {{due}}',
  },
  escalation_coordinator: {
    en: '{{cycle}}: {{count}} updates are late in your State',
    es: '{{cycle}}: {{count}} actualizaciones con atraso en su Estado',
  },
  escalation_presidency: {
    en: '{{cycle}}: {{count}} updates are late in the region',
    es: '{{cycle}}: {{count}} actualizaciones con atraso en la región',
  },
  review_queue: {
    en: '{{cycle}}: {{count}} updates wait for your review',
    es: '{{cycle}}: {{count}} actualizaciones esperan su revisión',
  },
};

const SINGULAR: Record<ReminderKind, Bilingual> = {
  update: { en: '{{cycle}}: 1 update due on {{due}}', es: '{{cycle}}: 1 actualización para el {{due}}' },
  escalation_coordinator: {
    en: '{{cycle}}: 1 update is late in your State',
    es: '{{cycle}}: 1 actualización con atraso en su Estado',
  },
  escalation_presidency: {
    en: '{{cycle}}: 1 update is late in the region',
    es: '{{cycle}}: 1 actualización con atraso en la región',
  },
  review_queue: {
    en: '{{cycle}}: 1 update waits for your review',
    es: '{{cycle}}: 1 actualización espera su revisión',
  },
};

const BUTTONS: Record<ReminderKind, Bilingual> = {
  update: { en: 'Report now', es: 'Informar ahora' },
  escalation_coordinator: { en: 'See what is missing', es: 'Ver lo que falta' },
  escalation_presidency: { en: 'See what is missing', es: 'Ver lo que falta' },
  review_queue: { en: 'Review now', es: 'Revisar ahora' },
};

const word = (key: string, lang: Lang): string => WORDS[key]?.[lang] ?? '';

/** The template of one kind and language, for one item or for several. */
function template(kind: ReminderKind, lang: Lang, one: boolean): MailTemplate {
  const subject = (one ? SINGULAR : SUBJECTS)[kind][lang];
  return {
    subject,
    mjml: `<mjml lang="${lang}"><mj-head><mj-title>${word('product', lang)}</mj-title>
      <mj-attributes><mj-all font-family="Helvetica, Arial, sans-serif" /><mj-text font-size="16px" line-height="1.5" color="#1c2b39" /></mj-attributes></mj-head>
      <mj-body background-color="#f3f5f7"><mj-section background-color="#0b4f6c"><mj-column>
        <mj-text color="#ffffff" font-weight="700">${word('product', lang)}</mj-text></mj-column></mj-section>
      <mj-section background-color="#ffffff"><mj-column>
        <mj-text>${word('hello', lang)}</mj-text><mj-text>{{why}}</mj-text>
        <mj-table><mj-raw>{{#items}}</mj-raw><tr><td style="padding:6px 12px 6px 0;white-space:nowrap;font-weight:700;vertical-align:top">{{code}}</td><td style="padding:6px 0">{{title}}</td></tr><mj-raw>{{/items}}</mj-raw></mj-table>
        <mj-button href="{{link}}" background-color="#0b6e4f" color="#ffffff" font-size="16px">${BUTTONS[kind][lang]}</mj-button>
        <mj-text font-size="14px">${word('due', lang)}</mj-text></mj-column></mj-section>
      <mj-section><mj-column><mj-text font-size="12px" color="#4a5a68">${word('role', lang)} <a href="{{settings}}" style="color:#4a5a68">${word('stop', lang)}</a></mj-text></mj-column></mj-section></mj-body></mjml>`,
    text: `${word('hello', lang)}\n\n{{why}}\n\n{{#items}}- {{code}}  {{title}}\n{{/items}}\n\n${BUTTONS[kind][lang]}: {{link}}\n\n${word('due', lang)}\n\n--\n${word('role', lang)} ${word('stop', lang)}: {{settings}}\n`,
  };
}

/** The mail of a letter, always with a text part, and with the same Message-ID whenever it is made again. */
export async function reminderMail(letter: ReminderLetter, publicUrl: string): Promise<Mail> {
  const { lang, kind, items, cycleKey, settings } = letter;
  const rendered = await renderMail(template(kind, lang, items.length === 1), {
    name: letter.name,
    cycle: cycleName({ year: letter.year, kind: letter.cycleKind })[lang],
    count: String(items.length),
    due: dayText(letter.dueOn, lang),
    why: letter.why[lang],
    items: items.map((item) => ({ code: item.code, title: lang === 'en' ? item.titleEn : item.titleEs })),
    link: `${publicUrl}${PLACES[kind](cycleKey)}`,
    settings,
  });
  return {
    ...rendered,
    to: letter.email,
    lang,
    messageId: `reminder.${letter.ledgerId}@${new URL(publicUrl).hostname}`,
    listUnsubscribe: { url: settings },
  };
}
