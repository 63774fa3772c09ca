import { PermanentFailure } from '#platform/queue';
import type { ReadyMail } from './mail.js';
import type { MailTransport } from './mailer.js';

/** The server will not take this mail, now or later: no such address, or it wants none from us. */
export class MailRefused extends PermanentFailure {}

/** Answers about this one recipient or mail. Other 5xx answers (a wrong password) can be mended, so they are tried again. */
const REFUSALS = new Set([550, 551, 553, 554, 556]);

type Transporter = Awaited<ReturnType<typeof open>>;

/** Mails through an SMTP server, over a few connections that stay open. */
export class SmtpTransport implements MailTransport {
  private transporter: Promise<Transporter> | undefined;

  /** @param url smtp://user:password@host:587 or smtps://…:465 @param connections at once, at most */
  constructor(
    private readonly url: string,
    private readonly connections = 4,
  ) {}

  async send(mail: ReadyMail): Promise<void> {
    this.transporter ??= open(this.url, this.connections);
    const transporter = await this.transporter;
    const failure = await transporter
      .sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true })
      .then(() => undefined, failureOf);
    if (failure) throw failure;
  }

  async close(): Promise<void> {
    (await this.transporter)?.close();
    this.transporter = undefined;
  }
}

/** What the server said, without addresses: the library's own error carries the recipient, which belongs in no log. */
function failureOf(error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error);
  const unnamed = said.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '(address)');
  return error instanceof Error && 'responseCode' in error && REFUSALS.has(Number(error.responseCode))
    ? new MailRefused(`The mail server refused a mail: ${unnamed}`)
    : new Error(`The mail server did not take a mail: ${unnamed}`);
}

async function open(url: string, connections: number) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 1_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
}
