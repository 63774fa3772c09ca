import type { EntityClass } from '#platform/database';
import { OutgoingMail } from './outgoing-mail.entity.js';

export type { Mail } from './mail.js';
export { Mailer } from './mailer.js';
export { MailRefused } from './smtp-transport.js';
export { type KeptMail, type KeptMailBody, MailOutbox } from './mail-outbox.js';
export { type MailTemplate, type RenderedMail, renderMail } from './render.js';
export type { Vars } from './markers.js';
export { MailModule, type MailOptions, MailOutboxModule } from './mail.module.js';
export { OutgoingMail };
export const mailEntities: EntityClass[] = [OutgoingMail];
