import { Module } from '@nestjs/common';
import { CenterAddresses } from './address/center-addresses.ts';
import { HomeController } from './home/home.controller.ts';
import { CenterInterceptor } from './page/center.interceptor.ts';
import { Notices } from './page/notices.ts';
import { PageCache } from './page/page-cache.ts';
import { ReadCenterRequest } from './page/read-center-request.ts';
import { ReadForm } from './page/read-form.ts';
import { SendAnswer } from './page/send-answer.ts';
import { SendProblem } from './page/send-problem.ts';
import { GuestsOnly, Visitors } from './page/visitors.ts';
import { Snippets } from './snippet/snippets.ts';
import { CommonObjects } from './theme/common-objects.ts';
import { RenderPage } from './theme/render-page.ts';

@Module({
  controllers: [HomeController],
  providers: [
    CenterAddresses,
    CenterInterceptor,
    CommonObjects,
    Notices,
    PageCache,
    ReadCenterRequest,
    ReadForm,
    RenderPage,
    SendAnswer,
    SendProblem,
    Snippets,
    { provide: Visitors, useClass: GuestsOnly },
  ],
})
export class SupportCenterModule {}
