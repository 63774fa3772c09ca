import { randomInt } from 'node:crypto';
import { Inject, Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { AccessService, signedIn } from '#features/identity';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { AccessPolicy, type Actor, DomainError } from '#platform/http';
import { LOGGER, type Logger } from '#platform/log';
import { LiveEar } from './live-ear.js';
import type { LiveNews } from './live.news.js';
import { LiveStream } from './live-stream.js';

/** A browser needs one, however many pages it shows; so many devices has a person at most. */
export const MOST_A_PERSON = 8;
const BEAT_MS = 20_000;
/** When a browser comes back after a break; not all at the same moment. */
const comeBackMs = (): number => 2_000 + randomInt(3_000);

/** The open pages that this process tells what changed. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly streams = new Set<LiveStream>();
  private readonly ear: LiveEar;
  private heart: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Database) database: Database,
    @Inject(Config) config: Pick<Config, 'databaseUrl'> & { patienceMs?: number },
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(LOGGER) log: Logger,
  ) {
    this.ear = new LiveEar(database, {
      databaseUrl: config.databaseUrl,
      patienceMs: config.patienceMs,
      heard: (news) => this.each((stream) => stream.take(news)),
      missed: () => this.each((stream) => stream.refetch()),
      deaf: () => this.each((stream) => stream.end()),
      log,
    });
  }

  /**
   * What changes for the person from now on: `hello`, or `refetch` for a browser that comes back; then `changed` with what
   * to read anew.
   * @throws DomainError too_many; unavailable where PostgreSQL hands on no notices
   */
  async open(actor: Actor, request: FastifyRequest): Promise<Observable<MessageEvent>> {
    const { userId } = signedIn(actor);
    if ([...this.streams].filter((stream) => stream.userId === userId).length >= MOST_A_PERSON)
      throw new DomainError('too_many', {
        en: `At most ${MOST_A_PERSON} browsers of one person are told what changes. Close one of them.`,
        es: `Se avisa de los cambios a ${MOST_A_PERSON} navegadores de una persona como máximo. Cierre uno de ellos.`,
      });
    if (!(await this.ear.ready()))
      throw new DomainError('unavailable', {
        en: 'This installation cannot tell what changes. Ask for what you show now and then.',
        es: 'Esta instalación no puede avisar de los cambios. Consulte de vez en cuando lo que muestra.',
      });
    const comesBack = request.headers['last-event-id'] !== undefined;
    return new Observable((out) => {
      const stream = new LiveStream({
        userId,
        out,
        whoNow: () => this.policy.authenticate(request),
        concerns: (person, news) => this.concerns(person, news),
      });
      this.streams.add(stream);
      this.heart ??= setInterval(() => this.each((each) => void each.beat()), BEAT_MS).unref();
      out.add(() => this.streams.delete(stream));
      out.next({ type: comesBack ? 'refetch' : 'hello', data: {}, retry: comeBackMs() });
    });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.heart);
    this.each((stream) => stream.end());
    await this.ear.close();
  }

  /** Whether a piece of news is the person's to know: that something changed says as much as a list that shows it. */
  private concerns(actor: Actor, { for: audience }: LiveNews): boolean {
    if ('people' in audience) return actor.userId !== null && audience.people.includes(actor.userId);
    const states = this.access.reachOf(actor, audience.may)[audience.from];
    return states === 'all' || (audience.state !== undefined && states.includes(audience.state));
  }

  private each(tell: (stream: LiveStream) => void): void {
    for (const stream of [...this.streams]) tell(stream);
  }
}
