import { Global, Module } from '@nestjs/common';
import { AccessPolicy } from '#platform/http';
import { AccessService } from './access.service.js';
import { AccountLinks } from './account-links.service.js';
import { AccountNotices } from './account-notices.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { EmailChanges } from './email-changes.service.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.service.js';
import { LinkSender } from './link-sender.service.js';
import { NoticeSender } from './notice-sender.service.js';
import { Links } from './links.service.js';
import { AdministratorReads } from './administrator-reads.service.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokens } from './api-tokens.service.js';
import { DelegationsController } from './delegations.controller.js';
import { Delegations } from './delegations.service.js';
import { Erasure } from './erasure.service.js';
import { Grants } from './grants.service.js';
import { HistoryController } from './history.controller.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { OwnSessions } from './own-sessions.service.js';
import { Passkeys } from './passkeys.service.js';
import { PersonalDataService } from './personal-data.service.js';
import { Passwords } from './passwords.service.js';
import { Proofs } from './proofs.service.js';
import { RolesService } from './roles.service.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViews } from './saved-views.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactors } from './second-factors.service.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { GroupRoles } from './group-roles.service.js';
import { ProviderSignIn } from './provider-sign-in.service.js';
import { SignIn } from './sign-in.service.js';
import { UsersController } from './users.controller.js';
import { UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

/** People, their roles and sessions; global because every room asks who may do what. */
@Global()
@Module({
  controllers: [
    ApiTokensController,
    AuthController,
    DelegationsController,
    HistoryController,
    InvitationsController,
    MeController,
    SavedViewsController,
    SecondFactorController,
    UsersController,
  ],
  providers: [
    AccessService,
    AccountLinks,
    AccountNotices,
    AdministratorReads,
    ApiTokens,
    Delegations,
    Grants,
    AuthService,
    EmailChanges,
    Erasure,
    Invitations,
    LinkSender,
    Links,
    MeService,
    NoticeSender,
    OwnSessions,
    Passkeys,
    Passwords,
    PersonalDataService,
    GroupRoles,
    ProviderSignIn,
    Proofs,
    RolesService,
    SavedViews,
    SecondFactors,
    Sessions,
    SignIn,
    SignInAttempts,
    UsersQueries,
    UsersService,
    { provide: AccessPolicy, useExisting: Sessions },
  ],
  exports: [
    AccessService,
    ApiTokens,
    Erasure,
    LinkSender,
    NoticeSender,
    AccessPolicy,
    PersonalDataService,
    RolesService,
    UsersService,
    UsersQueries,
  ],
})
export class IdentityModule {}
