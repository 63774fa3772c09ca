import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { smtpSink, type SmtpSink } from '../../../test/harness/smtp.js';
import { stepsOf } from '../../../test/harness/steps.js';
import { Mailer } from './mailer.js';
import { renderMail } from './render.js';
import { MailRefused, SmtpTransport } from './smtp-transport.js';

const template = {
  subject: 'Tiene {{count}} pendientes, {{name}}',
  mjml: `<mjml><mj-head><mj-title>Pendientes</mj-title></mj-head><mj-body><mj-section><mj-column>
    <mj-text>Estimada {{name}}:</mj-text>
    <mj-raw>{{#items}}</mj-raw><mj-text><a href="{{url}}">{{title}}</a></mj-text><mj-raw>{{/items}}</mj-raw>
  </mj-column></mj-section></mj-body></mjml>`,
  text: 'Estimada {{name}}:\n{{#items}}\n- {{title}}: {{url}}\n{{/items}}\n',
};
const vars = {
  name: 'Ana <Núñez>',
  count: 2,
  items: [
    { title: 'GT-01 & más', url: 'https://t.example/a?x=1&y=2' },
    { title: 'GT-02', url: 'https://t.example/b' },
  ],
};

describe('sending by SMTP', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.close();
  });

  async function sink(...refuse: Parameters<typeof smtpSink>): Promise<{ sink: SmtpSink; mailer: Mailer }> {
    const made = await smtpSink(...refuse);
    const mailer = new Mailer(new SmtpTransport(made.url), 'Seguimiento <tracker@t.example>');
    open.push(made, mailer);
    return { sink: made, mailer };
  }

  it('delivers text and HTML with the Message-ID and headers that it was given', async () => {
    const { sink: server, mailer } = await sink();
    const mail = await renderMail(template, vars);
    await mailer.send({
      ...mail,
      to: 'ana@example.org',
      messageId: 'reminder.1@t.example',
      lang: 'es',
      listUnsubscribe: { url: 'https://t.example/u' },
    });
    const [got] = await server.mails();
    expect(got).toMatchObject({
      subject: 'Tiene 2 pendientes, Ana <Núñez>',
      messageId: '<reminder.1@t.example>',
      from: { name: 'Seguimiento', address: 'tracker@t.example' },
      to: [{ address: 'ana@example.org' }],
    });
    expect(got?.text?.trimEnd()).toBe(
      'Estimada Ana <Núñez>:\n- GT-01 & más: https://t.example/a?x=1&y=2\n- GT-02: https://t.example/b',
    );
    expect(got?.html).toContain('Estimada Ana &lt;Núñez&gt;:');
    expect(got?.html).toContain('<a href="https://t.example/a?x=1&amp;y=2">GT-01 &amp; más</a>');
    expect(got?.html?.match(/GT-0/g)).toHaveLength(2);
    const header = (key: string): string | undefined => got?.headers.find((each) => each.key === key)?.value;
    expect(header('list-unsubscribe')).toBe('<https://t.example/u>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe('es');
  });

  it('tells a refused address from a server that is only busy, and names nobody in the error', async () => {
    const { mailer } = await sink((address) =>
      address.startsWith('gone')
        ? { code: 550, message: `no such mailbox: ${address}` }
        : { code: 451, message: 'try later' },
    );
    const mail = { subject: 's', text: 't', messageId: 'a@b' };
    const gone = await mailer.send({ ...mail, to: 'gone@example.org' }).catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(MailRefused);
    expect(inspect(gone)).toContain('no such mailbox: (address)');
    expect(inspect(gone)).not.toContain('gone@example.org');
    const busy = await mailer.send({ ...mail, to: 'busy@example.org' }).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(Error);
    expect(busy).not.toBeInstanceOf(MailRefused);
    expect(inspect(busy)).not.toContain('busy@example.org');
  });

  it('works out the HTML of a template once', async () => {
    const other = { ...template, subject: `${template.subject} (never rendered before)` };
    const steps = (mails: number): Promise<number> =>
      stepsOf(async () => {
        for (let mail = 0; mail < mails; mail += 1) await renderMail(other, vars);
      });
    const first = await steps(1);
    expect(await steps(100)).toBeLessThan(50 * first); // were it worked out each time, about 100 times
  });

  it('refuses MJML that is not valid', async () => {
    await expect(
      renderMail({ ...template, mjml: '<mjml><mj-body><mj-nonsense /></mj-body></mjml>' }, vars),
    ).rejects.toThrow("mj-nonsense doesn't exist");
  });
});
