import type { Chapter } from '../item.js';
import { building, configuration, data, tls } from './around.js';
import { browsers, files, services } from './browsers.js';
import { encoding, validation } from './encoding.js';
import { logging, webRtc } from './logging.js';
import { access, sessions, signIn } from './sign-in.js';
import { cryptography, oauth, tokens } from './tokens.js';

export const CHAPTERS: readonly Chapter[] = [
  ...[encoding, validation, browsers, services, files, signIn, sessions, access, tokens],
  ...[oauth, cryptography, tls, configuration, data, building, logging, webRtc],
];
