import { Global, Module } from '@nestjs/common';
import { Authenticator, RealtimeGate } from '@bureau/platform';
import { AccessTokensService } from './application/access-tokens.service.ts';
import { ApplicationRepository } from './application/application.repository.ts';
import { ApplicationsController } from './application/applications.controller.ts';
import { ApplicationsService } from './application/applications.service.ts';
import { BearerAuthentication } from './application/bearer-authentication.ts';
import { SignatureCheck } from './application/signature-check.ts';
import { SignedAuthentication } from './application/signed-authentication.ts';
import { TokenUse } from './application/token-use.ts';
import { AuthorizationRepository } from './authorization/authorization.repository.ts';
import { AuthorizationsController } from './authorization/authorizations.controller.ts';
import { BeginAuthorization } from './authorization/begin-authorization.ts';
import { DecideAuthorization } from './authorization/decide-authorization.ts';
import { FinishAuthorization } from './authorization/finish-authorization.ts';
import { OwnTokens } from './authorization/own-tokens.ts';
import { ProveApplication } from './authorization/prove-application.ts';
import { TokensController } from './authorization/tokens.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AuditLog } from './audit/audit-log.ts';
import { AuditQueries } from './audit/audit.queries.ts';
import { BrandsController } from './brand/brands.controller.ts';
import { BrandsService } from './brand/brands.service.ts';
import { BrandDirectory } from './brand/brand-directory.ts';
import { BrandRepository } from './brand/brand.repository.ts';
import { IdentityChangesController } from './changes/changes.controller.ts';
import { TieRepository } from './access/tie.repository.ts';
import { DeleteGroup } from './group/delete-group.ts';
import { GroupHeirs } from './group/group-heirs.ts';
import { GroupRepository } from './group/group.repository.ts';
import { GroupsController } from './group/groups.controller.ts';
import { GroupsService } from './group/groups.service.ts';
import { AcceptInvitation } from './invitation/accept-invitation.ts';
import { InvitationsController } from './invitation/invitations.controller.ts';
import { IdentityLinks } from './links/identity-links.ts';
import { MailLink } from './invitation/mail-link.ts';
import { RequestPasswordReset } from './invitation/request-password-reset.ts';
import { ResetPassword } from './invitation/reset-password.ts';
import { UserTokenRepository } from './invitation/user-token.repository.ts';
import { MobileDeviceRepository } from './mobile-device/mobile-device.repository.ts';
import { MobileDevicesService } from './mobile-device/mobile-devices.service.ts';
import { ChangePreferences } from './preferences/change-preferences.ts';
import { PreferencesController } from './preferences/preferences.controller.ts';
import { PreferencesRealtime } from './preferences/preferences.realtime.ts';
import { PreferencesRepository } from './preferences/preferences.repository.ts';
import { SetAvailability } from './preferences/set-availability.ts';
import { GuardRights } from './role/guard-rights.ts';
import { RightsRepository } from './role/rights.repository.ts';
import { RoleRepository } from './role/role.repository.ts';
import { RolesController } from './role/roles.controller.ts';
import { RolesService } from './role/roles.service.ts';
import { BasicAuthentication } from './session/basic-authentication.ts';
import { ChangePassword } from './session/change-password.ts';
import { EndSessions } from './session/end-sessions.ts';
import { ManagedUser } from './session/managed-user.ts';
import { OpenSession } from './session/open-session.ts';
import { ProgramAuthentication } from './session/program-authentication.ts';
import { ProvePassword } from './session/prove-password.ts';
import { SessionAuthenticator } from './session/session-authenticator.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionRealtimeGate } from './session/session-realtime-gate.ts';
import { SessionQueries } from './session/session.queries.ts';
import { SessionRepository } from './session/session.repository.ts';
import { SessionsController } from './session/sessions.controller.ts';
import { SignInBrake } from './session/sign-in-brake.ts';
import { SignInChallenges } from './session/sign-in-challenges.ts';
import { SignIn } from './session/sign-in.ts';
import { ChangeSite } from './site/change-site.ts';
import { SiteController } from './site/site.controller.ts';
import { SiteRepository } from './site/site.repository.ts';
import { SystemMessageController } from './system-message/system-message.controller.ts';
import { SystemMessageLinks } from './system-message/system-message-links.ts';
import { SystemMessageRealtime } from './system-message/system-message.realtime.ts';
import { SystemMessageRepository } from './system-message/system-message.repository.ts';
import { WriteSystemMessage } from './system-message/write-system-message.ts';
import { ChangeTwoFactor } from './two-factor/change-two-factor.ts';
import { CheckCode } from './two-factor/check-code.ts';
import { ResetTwoFactor } from './two-factor/reset-two-factor.ts';
import { SetUpTwoFactor } from './two-factor/set-up-two-factor.ts';
import { TwoFactorController } from './two-factor/two-factor.controller.ts';
import { TwoFactorRepository } from './two-factor/two-factor.repository.ts';
import { ChangeProfile } from './user/change-profile.ts';
import { ChangeSignInSettings } from './sign-in-settings/change-sign-in-settings.ts';
import { EndSpentSessions } from './sign-in-settings/end-spent-sessions.ts';
import { SignInRules } from './sign-in-settings/sign-in-rules.ts';
import { SignInSettingsController } from './sign-in-settings/sign-in-settings.controller.ts';
import { SignInSettingsRepository } from './sign-in-settings/sign-in-settings.repository.ts';
import { ChangeUser } from './user/change-user.ts';
import { DisableUser } from './user/disable-user.ts';
import { InviteUser } from './user/invite-user.ts';
import { UserRecordRepository } from './user/user-record.repository.ts';
import { UserRepository } from './user/user.repository.ts';
import { UsersController } from './user/users.controller.ts';
import { UsersQueries } from './user/users.queries.ts';

@Global()
@Module({
  controllers: [
    ApplicationsController,
    AuthorizationsController,
    TokensController,
    IdentityChangesController,
    SessionsController,
    SignInSettingsController,
    TwoFactorController,
    AuditController,
    BrandsController,
    GroupsController,
    InvitationsController,
    PreferencesController,
    RolesController,
    SessionController,
    SiteController,
    SystemMessageController,
    UsersController,
  ],
  providers: [
    IdentityLinks,
    ChangeSignInSettings,
    EndSpentSessions,
    SignInRules,
    SignInSettingsRepository,
    AccessTokensService,
    ApplicationRepository,
    ApplicationsService,
    AuthorizationRepository,
    BeginAuthorization,
    DecideAuthorization,
    FinishAuthorization,
    OwnTokens,
    ProveApplication,
    SignatureCheck,
    BearerAuthentication,
    ProgramAuthentication,
    SignedAuthentication,
    TokenUse,
    ChangeTwoFactor,
    CheckCode,
    EndSessions,
    ManagedUser,
    OpenSession,
    ProvePassword,
    ResetTwoFactor,
    SetUpTwoFactor,
    SignInChallenges,
    TwoFactorRepository,
    AcceptInvitation,
    BrandsService,
    ChangePreferences,
    ChangeProfile,
    ChangeUser,
    PreferencesRealtime,
    PreferencesRepository,
    SetAvailability,
    DisableUser,
    DeleteGroup,
    GroupHeirs,
    GroupRepository,
    TieRepository,
    GroupsService,
    GuardRights,
    InviteUser,
    MailLink,
    MobileDeviceRepository,
    MobileDevicesService,
    RequestPasswordReset,
    ResetPassword,
    RightsRepository,
    RolesService,
    UserRecordRepository,
    UserTokenRepository,
    UsersQueries,
    AuditLog,
    AuditQueries,
    BasicAuthentication,
    BrandDirectory,
    BrandRepository,
    ChangePassword,
    RoleRepository,
    SessionQueries,
    SessionRepository,
    SignIn,
    SignInBrake,
    UserRepository,
    ChangeSite,
    SiteRepository,
    SystemMessageLinks,
    SystemMessageRealtime,
    SystemMessageRepository,
    WriteSystemMessage,
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: RealtimeGate, useClass: SessionRealtimeGate },
  ],
  exports: [
    AccessTokensService,
    MobileDevicesService,
    ChangePreferences,
    DeleteGroup,
    GroupHeirs,
    GroupRepository,
    Authenticator,
    RealtimeGate,
    AuditLog,
    GuardRights,
    BrandDirectory,
    BrandRepository,
    PreferencesRepository,
    ProgramAuthentication,
    RoleRepository,
    SessionQueries,
    SessionRepository,
    SignIn,
    SignInBrake,
    SignInRules,
    SiteRepository,
    UserRepository,
  ],
})
export class IdentityModule {}
