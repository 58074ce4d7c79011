import { Module } from '@nestjs/common';
import { AccountRepository } from './account/account.repository.ts';
import { AccountTokenRepository } from './account/account-token.repository.ts';
import { ChangeAccount } from './account/change-account.ts';
import { MailAccountLink } from './account/mail-account-link.ts';
import { MailedLink } from './account/mailed-link.ts';
import { RequestAccountLink } from './account/request-account-link.ts';
import { SessionVisitors } from './account/session-visitors.ts';
import { SignInVisitor } from './account/sign-in-visitor.ts';
import { UseAccountLink } from './account/use-account-link.ts';
import { VisitorSessionRepository } from './account/visitor-session.repository.ts';
import { MyAccountController } from './account/my-account.controller.ts';
import { RegistrationController } from './account/registration.controller.ts';
import { SignInController } from './account/sign-in.controller.ts';
import { AnswerCase } from './my-cases/answer-case.ts';
import { CasePage } from './my-cases/case-page.ts';
import { CustomerOfDesk } from './my-cases/customer-of-desk.ts';
import { MyCasesQueries } from './my-cases/my-cases.queries.ts';
import { EmailController } from './email/email.controller.ts';
import { CaseByLinkController } from './my-cases/case-by-link.controller.ts';
import { MyCasesController } from './my-cases/my-cases.controller.ts';
import { CenterAddresses } from './address/center-addresses.ts';
import { FeedbackPagesController } from './feedback/feedback.controller.ts';
import { AskPagesController } from './question/ask.controller.ts';
import { QuestionPagesController } from './question/questions.controller.ts';
import { RateCase } from './feedback/rate-case.ts';
import { ARTICLE_CONTROLLERS, ARTICLE_PROVIDERS } from './article/index.ts';
import { HomeController } from './home/home.controller.ts';
import { CenterInterceptor } from './page/center.interceptor.ts';
import { Notices } from './page/notices.ts';
import { PageCache } from './page/page-cache.ts';
import { QuickAnswer } from './page/quick-answer.ts';
import { ReadCenterRequest } from './page/read-center-request.ts';
import { ReadForm } from './page/read-form.ts';
import { SendAnswer } from './page/send-answer.ts';
import { SendProblem } from './page/send-problem.ts';
import { Visitors } from './page/visitors.ts';
import { CenterRepository } from './settings/center.repository.ts';
import { CenterSettings } from './settings/center-settings.ts';
import { CentersController } from './settings/centers.controller.ts';
import { CenterTexts } from './snippet/center-texts.ts';
import { SnippetRepository } from './snippet/snippet.repository.ts';
import { Snippets } from './snippet/snippets.ts';
import { AssetsController } from './theme/asset/assets.controller.ts';
import { CommonObjects } from './theme/common-objects.ts';
import { Drafts } from './theme/edit/drafts.ts';
import { ExamplePages } from './theme/edit/example-pages.ts';
import { ExamplesController } from './theme/edit/examples.controller.ts';
import { PreviewTemplate } from './theme/edit/preview-template.ts';
import { ThemeEditor } from './theme/edit/theme-editor.ts';
import { ThemeRepository } from './theme/edit/theme.repository.ts';
import { ThemesController } from './theme/edit/themes.controller.ts';
import { KnownSite } from './theme/known-site.ts';
import { RenderPage } from './theme/render-page.ts';
import { ThemeFailures } from './theme/theme-failures.ts';
import { Themes } from './theme/themes.ts';
import { ThemeTexts } from './theme/theme-texts.ts';

@Module({
  controllers: [
    MyCasesController,
    CaseByLinkController,
    EmailController,
    MyAccountController,
    RegistrationController,
    SignInController,
    AskPagesController,
    QuestionPagesController,
    FeedbackPagesController,
    AssetsController,
    CentersController,
    ThemesController,
    ExamplesController,
    ...ARTICLE_CONTROLLERS,
    HomeController,
  ],
  providers: [
    RateCase,
    ...ARTICLE_PROVIDERS,
    MyCasesQueries,
    CasePage,
    AnswerCase,
    AccountRepository,
    AccountTokenRepository,
    ChangeAccount,
    MailAccountLink,
    MailedLink,
    RequestAccountLink,
    SessionVisitors,
    SignInVisitor,
    UseAccountLink,
    VisitorSessionRepository,
    CenterAddresses,
    CenterInterceptor,
    CenterRepository,
    CenterSettings,
    CenterTexts,
    CommonObjects,
    CustomerOfDesk,
    Drafts,
    ExamplePages,
    KnownSite,
    Notices,
    PageCache,
    PreviewTemplate,
    QuickAnswer,
    ReadCenterRequest,
    ReadForm,
    RenderPage,
    SendAnswer,
    SendProblem,
    SnippetRepository,
    Snippets,
    ThemeEditor,
    ThemeFailures,
    ThemeRepository,
    Themes,
    ThemeTexts,
    { provide: Visitors, useExisting: SessionVisitors },
  ],
})
export class SupportCenterModule {}
