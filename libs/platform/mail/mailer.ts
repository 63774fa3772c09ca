import { type Mail, type ReadyMail, readyMail } from './mail.js';

/** What takes a mail out of our hands. */
export interface MailTransport {
  /** Resolves once the mail is handed over. @throws Error when it could not be, to be tried again */
  send(mail: ReadyMail): Promise<void>;
  close(): Promise<void>;
}

/** Sends mails, by SMTP or into the local outbox. Call it from a job, so that a server that is away only delays them. */
export class Mailer {
  /** @param from sender of every mail, 'Name <address>' */
  constructor(
    private readonly transport: MailTransport,
    private readonly from: string,
  ) {}

  /** @throws MailRefused when the server will never take it, another Error when trying again may help */
  async send(mail: Mail): Promise<void> {
    await this.transport.send(readyMail(mail, this.from));
  }

  close(): Promise<void> {
    return this.transport.close();
  }
}
