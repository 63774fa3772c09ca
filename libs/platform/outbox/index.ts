import type { EntityClass } from '#platform/database';
import { OutboxEvent } from './outbox.entity.js';

export { type Backlog, Outbox, OUTBOX_INSERT, outboxPayload, type OutboxProblem } from './outbox.js';
export {
  type EventMeta,
  subscribe,
  type SubscribeOptions,
  type Subscription,
  topic,
  type Topic,
} from './subscription.js';
export { OutboxRelay, type RelayOptions } from './relay.js';
export { OutboxModule, OutboxRelayModule } from './outbox.module.js';
export { OutboxEvent };
export const outboxEntities: EntityClass[] = [OutboxEvent];
