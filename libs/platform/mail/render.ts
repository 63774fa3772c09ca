import { escapeHtml, type Fill, readTemplate, type Vars } from './markers.js';

/**
 * One mail in one language, with the markers of `readTemplate`. In the MJML, sections around whole `mj-` elements
 * stand in `<mj-raw>{{#items}}</mj-raw> … <mj-raw>{{/items}}</mj-raw>`.
 */
export interface MailTemplate {
  subject: string;
  mjml: string;
  text: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

interface Compiled {
  subject: Fill;
  html: Fill;
  text: Fill;
}

/** By the template's MJML; there are as many as the product has templates and languages. */
const compiled = new Map<string, Promise<Compiled>>();

const asIs = (text: string): string => text;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Fills a template. The slow part, MJML to HTML, is done once a template and kept; after that a mail takes microseconds.
 * @throws Error for MJML that is not valid or a variable that is missing
 */
export async function renderMail(template: MailTemplate, vars: Vars): Promise<RenderedMail> {
  const key = JSON.stringify([template.subject, template.mjml, template.text]);
  let parts = compiled.get(key);
  if (!parts) {
    parts = compile(template);
    compiled.set(key, parts);
    parts.catch(() => compiled.delete(key));
  }
  const { subject, html, text } = await parts;
  return { subject: oneLine(subject(vars, asIs)), html: html(vars, escapeHtml), text: text(vars, asIs) };
}

async function compile({ subject, mjml, text }: MailTemplate): Promise<Compiled> {
  const { default: mjml2html } = await import('mjml'); // 80 MB and more than a second, so only where mails are made
  const { html } = await mjml2html(mjml, {
    validationLevel: 'strict',
    keepComments: false,
    ignoreIncludes: true,
  }); // strict: it throws
  return {
    subject: readTemplate(subject),
    html: readTemplate(html.replace(/\n\s*/g, '\n')),
    text: readTemplate(text),
  };
}
