import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface SmtpSink {
  url: string;
  /** What has arrived, raw, in order. */
  readonly raw: Buffer[];
  /** What has arrived, read. */
  mails(): Promise<Email[]>;
  close(): Promise<void>;
}

/** A real SMTP server that takes every mail, except to addresses that `refuse` has an answer for. */
export async function smtpSink(
  refuse: (address: string) => { code: number; message: string } | undefined = () => undefined,
): Promise<SmtpSink> {
  const raw: Buffer[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      const answer = refuse(address);
      callback(answer ? Object.assign(new Error(answer.message), { responseCode: answer.code }) : undefined);
    },
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        raw.push(Buffer.concat(chunks));
        callback();
      });
    },
  });
  server.on('error', () => undefined); // a client that goes away is no news here
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the SMTP sink has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    raw,
    mails: () => Promise.all(raw.map((mail) => PostalMime.parse(mail))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
