import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** How an answer of the authenticator differs from the right one. */
export interface Oddity {
  challenge?: string;
  /** The page that asked, as the browser saw it. */
  origin?: string;
  /** The site that the key is bound to. */
  rpId?: string;
  /** False: nobody was asked for a finger, a face or a PIN. */
  verified?: boolean;
  /** Uses so far; the next number unless said. */
  counter?: number;
  /** Another credential than the one that signs. */
  id?: string;
}

type Json = Record<string, unknown>;

const PRESENT = 0x01;
const VERIFIED = 0x04;
const NEW_CREDENTIAL = 0x40;

/** One passkey of a device made of software: it answers as WebAuthn wants it, or wrongly in one way. */
export class SoftwarePasskey {
  readonly id = randomBytes(16).toString('base64url');
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private uses = 0;

  /** @param site the address of the product */
  constructor(private readonly site: string) {}

  /** RegistrationResponseJSON for what the API asked. */
  made({ challenge }: Json, odd: Oddity = {}): Json {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, id, publicKeyOf(this.keys.publicKey)]);
    const authData = this.authenticatorData(odd, NEW_CREDENTIAL, credential);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, odd).toString('base64url'),
      attestationObject: Buffer.concat([
        map(3),
        text('fmt'),
        text('none'),
        text('attStmt'),
        map(0),
        text('authData'),
        bytes(authData),
      ]).toString('base64url'),
    });
  }

  /** AuthenticationResponseJSON for what the API asked. */
  used({ challenge }: Json, odd: Oddity = {}): Json {
    this.uses += 1;
    const authData = this.authenticatorData(odd);
    const clientData = this.clientData('webauthn.get', challenge, odd);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return this.answer(
      {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
      odd.id,
    );
  }

  private answer(response: Json, id = this.id): Json {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: unknown, odd: Oddity): Buffer {
    const { origin = new URL(this.site).origin } = odd;
    return Buffer.from(
      JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin, crossOrigin: false }),
    );
  }

  private authenticatorData(odd: Oddity, flags = 0, credential: Buffer = Buffer.alloc(0)): Buffer {
    const { rpId = new URL(this.site).hostname, verified = true, counter = this.uses } = odd;
    const head = Buffer.alloc(5);
    head.writeUInt8(flags | PRESENT | (verified ? VERIFIED : 0));
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(Buffer.from(rpId)), head, credential]);
  }
}

/** An EC2 key for ES256 in COSE. */
function publicKeyOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [two, alg, curve, atX, atY] = [0x02, 0x26, 0x01, 0x21, 0x22];
  return Buffer.concat([
    map(5),
    Buffer.from([0x01, two, 0x03, alg, 0x20, curve, atX]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([atY]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();

// As much of CBOR as an attestation needs.
const map = (pairs: number): Buffer => Buffer.from([0xa0 | pairs]);
const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 | word.length]), Buffer.from(word)]);
/** The length in the shortest form: the library counts on it. */
const bytes = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(data.length < 256 ? [0x58, data.length] : [0x59, data.length >> 8, data.length & 0xff]),
    data,
  ]);
