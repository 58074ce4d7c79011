import { Module } from '@nestjs/common';
import { AccountRepository } from './account/account.repository.ts';
import { AccountTokenRepository } from './account/account-token.repository.ts';
import { ChangeAccount } from './account/change-account.ts';
import { MailAccountLink } from './account/mail-account-link.ts';
import { RequestAccountLink } from './account/request-account-link.ts';
import { SessionVisitors } from './account/session-visitors.ts';
import { SignInVisitor } from './account/sign-in-visitor.ts';
import { UseAccountLink } from './account/use-account-link.ts';
import { VisitorSessionRepository } from './account/visitor-session.repository.ts';
import { MyAccountController } from './account/my-account.controller.ts';
import { RegistrationController } from './account/registration.controller.ts';
import { SignInController } from './account/sign-in.controller.ts';
import { CenterAddresses } from './address/center-addresses.ts';
import { FeedbackPagesController } from './feedback/feedback.controller.ts';
import { HomeController } from './home/home.controller.ts';
import { CenterInterceptor } from './page/center.interceptor.ts';
import { Notices } from './page/notices.ts';
import { PageCache } from './page/page-cache.ts';
import { ReadCenterRequest } from './page/read-center-request.ts';
import { ReadForm } from './page/read-form.ts';
import { SendAnswer } from './page/send-answer.ts';
import { SendProblem } from './page/send-problem.ts';
import { Visitors } from './page/visitors.ts';
import { Snippets } from './snippet/snippets.ts';
import { AssetsController } from './theme/asset/assets.controller.ts';
import { CommonObjects } from './theme/common-objects.ts';
import { KnownSite } from './theme/known-site.ts';
import { RenderPage } from './theme/render-page.ts';
import { ThemeTexts } from './theme/theme-texts.ts';

@Module({
  controllers: [
    MyAccountController,
    RegistrationController,
    SignInController,
    FeedbackPagesController,
    AssetsController,
    HomeController,
  ],
  providers: [
    AccountRepository,
    AccountTokenRepository,
    ChangeAccount,
    MailAccountLink,
    RequestAccountLink,
    SessionVisitors,
    SignInVisitor,
    UseAccountLink,
    VisitorSessionRepository,
    CenterAddresses,
    CenterInterceptor,
    CommonObjects,
    KnownSite,
    Notices,
    PageCache,
    ReadCenterRequest,
    ReadForm,
    RenderPage,
    SendAnswer,
    SendProblem,
    Snippets,
    ThemeTexts,
    { provide: Visitors, useExisting: SessionVisitors },
  ],
})
export class SupportCenterModule {}
