import { describe, expect, it } from '@jest/globals';
import { ACCOUNT_CHANGES, LANGS } from './identity.vocabulary.js';
import { noticeMail } from './notice.mail.js';

const letter = {
  noticeId: 'n1',
  at: '2026-03-01T08:05:00Z',
  to: 'ana@example.org',
  name: 'Ana <b>',
  delegation: { name: 'Luis <b>', from: '2026-03-02T08:05:00Z', to: '2026-03-09T08:05:00Z' },
};

describe('the notice of a change to an account', () => {
  it.each(ACCOUNT_CHANGES)(
    'of %s says in both languages what, when and what to do if it was not you',
    async (change) => {
      const mails = await Promise.all(
        LANGS.map((lang) => noticeMail({ ...letter, change, lang }, 'https://tracker.example.org')),
      );
      const [en, es] = mails;
      expect(en?.text).toMatch(/1 March 2026.*08:05.*UTC/);
      expect(es?.text).toMatch(/1 de marzo de 2026.*8:05.*UTC/);
      expect(en?.text).toMatch(/If (it was not you|you did not ask for it).*administrator/);
      expect(es?.text).toMatch(/Si (no fue usted|usted no lo pidió).*administradora/);
      expect(en?.subject).not.toBe(es?.subject);
      if (change.startsWith('delegation')) {
        expect(en?.text).toMatch(/Luis <b>.* from 2 March 2026.* to 9 March 2026/);
        expect(es?.text).toMatch(/Luis <b>.* del 2 de marzo de 2026.* al 9 de marzo de 2026/);
      }
      for (const { text, html, messageId } of mails) {
        expect(text).toContain('https://tracker.example.org/account');
        expect(`${text}${html}`).not.toContain('{{');
        expect(html).not.toContain('<b>');
        expect(messageId).toBe('notice.n1@tracker.example.org');
      }
    },
  );
});
