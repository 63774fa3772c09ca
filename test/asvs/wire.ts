import { connect } from 'node:net';

/** What came back on one connection. */
export interface OnTheWire {
  text: string;
  /** The status of each answer, in order. */
  statuses: number[];
}

/** Sends bytes as they are, as no client would that keeps to HTTP, and reads until the other side closes or falls silent. */
export function onTheWire(url: string, ...lines: string[]): Promise<OnTheWire> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const done = (): void => {
      socket.destroy();
      resolve({ text, statuses: [...text.matchAll(/HTTP\/1\.[01] (\d{3})/g)].map(([, s]) => Number(s)) });
    };
    socket.setEncoding('utf8').setTimeout(700, done);
    socket
      .on('data', (chunk: string) => (text += chunk))
      .on('end', done)
      .on('error', done);
    socket.write(lines.join('\r\n'));
  });
}
