import { Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveStreams } from './live-streams.service.js';

/** Tells open pages what changed. Rooms tell by `tellLive`, which needs their database only. */
@Module({ controllers: [LiveController], providers: [LiveStreams] })
export class LiveModule {}
