import { describe, expect, it } from '@jest/globals';
import { type Mail, readyMail } from './mail.js';

const mail: Mail = {
  to: 'Ana <ana@example.org>',
  subject: 'Hola',
  text: 'Hola',
  messageId: 'reminder.1@tracker.example',
};

describe('a mail before it leaves', () => {
  it('says how to stop such mails, with one click where there is a secure address', () => {
    const { headers } = readyMail(
      { ...mail, listUnsubscribe: { url: 'https://t.example/u/1', mailto: 'stop@t.example' }, lang: 'es' },
      'T <t@t.example>',
    );
    expect(headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'es',
      'List-Unsubscribe': '<https://t.example/u/1>, <mailto:stop@t.example>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  it('does not promise one click on an address that is not secure', () => {
    expect(
      readyMail({ ...mail, listUnsubscribe: { url: 'http://localhost/u/1' } }, 'x').headers,
    ).not.toHaveProperty('List-Unsubscribe-Post');
  });

  it('keeps the Message-ID as given, in its brackets', () => {
    expect(readyMail(mail, 'x').messageId).toBe('<reminder.1@tracker.example>');
    expect(readyMail({ ...mail, messageId: '<a@b>' }, 'x').messageId).toBe('<a@b>');
  });

  it.each([
    [{ messageId: 'no-at-sign' }, 'is no Message-ID'],
    [{ text: ' \n' }, 'has no text part'],
    [{ subject: 'a\r\nBcc: x@y' }, 'The header Subject of the mail'],
    [{ to: 'a@b\nBcc: x@y' }, 'The header To of the mail'],
    [{ headers: { 'X-A': 'a\nb' } }, 'The header X-A of the mail'],
    [{ headers: { 'X A': 'b' } }, 'The header X A of the mail'],
  ])('refuses %j', (wrong, message) => {
    expect(() => readyMail({ ...mail, ...wrong }, 'x')).toThrow(message);
  });
});
