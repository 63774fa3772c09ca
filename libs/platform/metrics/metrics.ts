import { Controller, Get, Header, Inject, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import { Operation, Public } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { measureBacklog } from './backlog.js';

const requests = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

/** Measures every request by its route, never by its address, so that ids stay out of the metrics. */
export function measureRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    // How long somebody listened to a stream says nothing of how fast we are.
    if (request.routeOptions.url?.endsWith('/events')) return done();
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
}

@ApiTags('operations')
@Controller('metrics')
class MetricsController {
  @Get()
  @Public()
  @Header('content-type', register.contentType)
  @Operation({
    summary: 'Metrics for Prometheus',
    produces: ['text/plain'],
    example: 'process_cpu_seconds_total 1.5',
  })
  metrics(): Promise<string> {
    return register.metrics();
  }
}

@Module({ controllers: [MetricsController] })
export class MetricsModule {
  constructor(@Inject(Outbox) outbox: Outbox, @Inject(Queues) queues: Queues) {
    register.clear();
    register.registerMetric(requests);
    collectDefaultMetrics();
    measureBacklog(outbox, queues);
  }
}
