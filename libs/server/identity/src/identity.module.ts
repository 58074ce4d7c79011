import { Global, Module } from '@nestjs/common';
import { Authenticator, RealtimeGate } from '@bureau/platform';
import { AuditController } from './audit/audit.controller.ts';
import { AuditLog } from './audit/audit-log.ts';
import { AuditQueries } from './audit/audit.queries.ts';
import { BrandRepository } from './brand/brand.repository.ts';
import { RoleRepository } from './role/role.repository.ts';
import { BasicAuthentication } from './session/basic-authentication.ts';
import { ChangePassword } from './session/change-password.ts';
import { SessionAuthenticator } from './session/session-authenticator.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionRealtimeGate } from './session/session-realtime-gate.ts';
import { SessionQueries } from './session/session.queries.ts';
import { SessionRepository } from './session/session.repository.ts';
import { SignInBrake } from './session/sign-in-brake.ts';
import { SignIn } from './session/sign-in.ts';
import { UserRepository } from './user/user.repository.ts';
import { UsersController } from './user/users.controller.ts';

@Global()
@Module({
  controllers: [AuditController, SessionController, UsersController],
  providers: [
    AuditLog,
    AuditQueries,
    BasicAuthentication,
    BrandRepository,
    ChangePassword,
    RoleRepository,
    SessionQueries,
    SessionRepository,
    SignIn,
    SignInBrake,
    UserRepository,
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: RealtimeGate, useClass: SessionRealtimeGate },
  ],
  exports: [
    Authenticator,
    RealtimeGate,
    AuditLog,
    BrandRepository,
    RoleRepository,
    SessionQueries,
    SessionRepository,
    SignIn,
    UserRepository,
  ],
})
export class IdentityModule {}
