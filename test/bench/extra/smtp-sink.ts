import { SMTPServer } from 'smtp-server';

export interface SinkCount {
  mails: number;
  messageIds: number;
}

/** A real SMTP server in a process of its own that takes every mail and counts. */
let mails = 0;
const ids = new Set<string>();
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, callback) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      mails += 1;
      const id = /^message-id:\s*(<[^>]+>)/im.exec(
        Buffer.concat(chunks).subarray(0, 4_000).toString('latin1'),
      )?.[1];
      if (id) ids.add(id);
      callback();
    });
  },
});
server.on('error', () => undefined); // a client that goes away is no news here
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  if (typeof address === 'object' && address) process.send?.(`smtp://127.0.0.1:${address.port}`);
});
process.on('message', () => process.send?.({ mails, messageIds: ids.size } satisfies SinkCount));
process.once('disconnect', () => process.exit(0));
