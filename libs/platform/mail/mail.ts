/** One mail to one person. */
export interface Mail {
  /** One address, with or without a name: 'Ana Pérez <ana@example.org>'. */
  to: string;
  subject: string;
  /** Always there: many read mail as text, and some filters distrust mail without. */
  text: string;
  html?: string;
  /** Whose mail it is, where it is somebody's; it stays here and is not sent. */
  personId?: string;
  /** The same for the same news, so that a repeated send can be recognised: 'reminder.0192f3a0@tracker.example'. */
  messageId: string;
  /** Language of the text, 'es'. */
  lang?: string;
  /** How to stop such mails: an https address that also takes a POST of one click (RFC 8058), an address to write to, or both. */
  listUnsubscribe?: { url?: string; mailto?: string };
  headers?: Readonly<Record<string, string>>;
}

/** A mail as it leaves: checked, with all its headers. */
export interface ReadyMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string | undefined;
  personId: string | null;
  /** With its angle brackets. */
  messageId: string;
  headers: Record<string, string>;
}

/**
 * Checks a mail and works out its headers.
 * @throws Error for a line break in a header, an empty text or a Message-ID that is none
 */
export function readyMail(mail: Mail, from: string): ReadyMail {
  const id = mail.messageId.replace(/^<|>$/g, '');
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/.test(id))
    throw new Error(`'${mail.messageId}' is no Message-ID; it looks like reminder.42@tracker.example.`);
  if (mail.text.trim() === '') throw new Error(`The mail ${id} has no text part.`);
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated', ...mail.headers };
  if (mail.lang) headers['Content-Language'] = mail.lang;
  const { url, mailto } = mail.listUnsubscribe ?? {};
  const ways = [...(url ? [`<${url}>`] : []), ...(mailto ? [`<mailto:${mailto}>`] : [])];
  if (ways.length > 0) headers['List-Unsubscribe'] = ways.join(', ');
  if (url?.startsWith('https:')) headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  for (const [name, value] of Object.entries({ ...headers, To: mail.to, Subject: mail.subject }))
    if (/[\r\n\0]/.test(value) || !/^[\w-]+$/.test(name))
      throw new Error(`The header ${name} of the mail ${id} holds a line break.`);
  return {
    from,
    to: mail.to,
    personId: mail.personId ?? null,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${id}>`,
    headers,
  };
}
