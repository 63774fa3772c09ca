import { connect, type Socket } from 'node:net';
import { DomainError, invalid } from '#platform/http';

/** How long clamd may take for a file. */
const PATIENCE_MS = 60_000;
const CHUNK = 64 * 1024;

/** Asks clamd (ClamAV) over TCP about files, with its INSTREAM command; without an address every file passes. */
export class VirusScanner {
  /** @param url tcp://host:3310 */
  constructor(private readonly url?: string) {}

  /** @throws DomainError invalid for what clamd knows, unavailable when it does not say */
  async check(bytes: Buffer): Promise<void> {
    if (!this.url) return;
    let answer: string;
    try {
      answer = await this.ask(new URL(this.url), bytes);
    } catch {
      throw new DomainError('unavailable', AWAY);
    }
    if (/^stream: .+ FOUND$/.test(answer)) throw invalid('file', INFECTED);
    if (answer !== 'stream: OK') throw new DomainError('unavailable', AWAY);
  }

  private async ask({ hostname, port }: URL, bytes: Buffer): Promise<string> {
    const socket = connect({ host: hostname, port: Number(port || 3310) });
    const timer = setTimeout(() => socket.destroy(new Error('clamd does not answer')), PATIENCE_MS);
    try {
      const answered = readAll(socket);
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) socket.write(chunk(bytes.subarray(at, at + CHUNK)));
      socket.write(chunk(Buffer.alloc(0)));
      return (await answered).replace(/\0.*$/s, '').trim();
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
  }
}

/** A piece of a file with its length before it; an empty one ends the file. */
const chunk = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket) {
    text += String(part);
    if (text.includes('\0')) break;
  }
  return text;
}

const INFECTED = {
  en: 'holds something harmful. Check your computer, and send a clean file.',
  es: 'contiene algo dañino. Revise su equipo y envíe un archivo limpio.',
};
const AWAY = {
  en: 'Files cannot be checked for viruses now, so none are taken. Try again later, or give an address on the web instead.',
  es: 'Ahora no se pueden revisar los archivos en busca de virus, por lo que no se aceptan. Intente más tarde o indique una dirección en la web.',
};
