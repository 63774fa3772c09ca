import { Global, Module } from '@nestjs/common';
import { AccessPolicy } from '#platform/http';
import { AccessService } from './access.service.js';
import { SessionAccess } from './session.service.js';

/** People, their roles and sessions; global because every room asks who may do what. */
@Global()
@Module({
  providers: [AccessService, { provide: AccessPolicy, useClass: SessionAccess }],
  exports: [AccessService, AccessPolicy],
})
export class IdentityModule {}
