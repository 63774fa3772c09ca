import { Global, Module } from '@nestjs/common';
import { AccessPolicy } from '#platform/http';
import { AccessService } from './access.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { Passwords } from './passwords.service.js';
import { RolesService } from './roles.service.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { SignIn } from './sign-in.service.js';
import { UsersController } from './users.controller.js';
import { UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

/** People, their roles and sessions; global because every room asks who may do what. */
@Global()
@Module({
  controllers: [AuthController, MeController, UsersController],
  providers: [
    AccessService,
    AuthService,
    MeService,
    Passwords,
    RolesService,
    Sessions,
    SignIn,
    SignInAttempts,
    UsersQueries,
    UsersService,
    { provide: AccessPolicy, useExisting: Sessions },
  ],
  exports: [AccessService, AccessPolicy, RolesService, UsersService, UsersQueries],
})
export class IdentityModule {}
