import { Module } from '@nestjs/common';
import { AttachmentWrites } from './attachments/attachment.writes.ts';
import { DownloadLinks } from './attachments/download-links.ts';
import { DownloadQueries } from './attachments/download.queries.ts';
import { DownloadsController } from './attachments/downloads.controller.ts';
import { CaseWrites } from './cases/case.writes.ts';
import { CaseLinkWrites } from './cases/case-link.writes.ts';
import { DraftWrites } from './cases/draft.writes.ts';
import { ForwardWrites } from './cases/forward.writes.ts';
import { SaidQueries } from './cases/said.queries.ts';
import { NoteWrites } from './cases/note.writes.ts';
import { ReplyWrites } from './cases/reply.writes.ts';
import { CompanyWrites } from './companies/company.writes.ts';
import { CustomerWrites } from './customers/customer.writes.ts';
import { DeviceWrites } from './devices/device.writes.ts';
import { InsightsReports } from './insights/insights.reports.ts';
import { IntegrationUrlWrites } from './integration-urls/integration-url.writes.ts';
import { JobRepository } from './jobs/job.repository.ts';
import { JobWrites } from './jobs/job.writes.ts';
import { ArticleWrites } from './knowledge/article.writes.ts';
import { TopicWrites } from './knowledge/topic.writes.ts';
import { LabelWrites } from './labels/label.writes.ts';
import { MacroPreviews } from './macros/macro-preview.writes.ts';
import { MacroWrites } from './macros/macro.writes.ts';
import { CountQueries } from './resource/count.queries.ts';
import { SourceQueries } from './resource/source.queries.ts';
import { TwitterWrites } from './social/social.writes.ts';
import { CarryOut } from './transport/carry-out.ts';
import { DeskApiController } from './transport/desk-api.controller.ts';
import { SiteRate } from './transport/site-rate.ts';
import { WalkRepository } from './transport/walk.repository.ts';
import { Walks } from './transport/walks.ts';
import { LogoutWrites } from './users/logout.writes.ts';
import { WhoAsks } from './transport/who-asks.ts';
import { PreferenceWrites } from './users/preference.writes.ts';
import { V1Controller } from './v1/v1.controller.ts';
import { V1Reads } from './v1/v1-reads.ts';

@Module({
  controllers: [DeskApiController, DownloadsController, V1Controller],
  providers: [
    ArticleWrites,
    AttachmentWrites,
    CarryOut,
    CaseLinkWrites,
    CaseWrites,
    CompanyWrites,
    CountQueries,
    CustomerWrites,
    DeviceWrites,
    DownloadLinks,
    DownloadQueries,
    DraftWrites,
    ForwardWrites,
    InsightsReports,
    IntegrationUrlWrites,
    JobRepository,
    JobWrites,
    LabelWrites,
    MacroPreviews,
    LogoutWrites,
    MacroWrites,
    NoteWrites,
    PreferenceWrites,
    ReplyWrites,
    SaidQueries,
    SiteRate,
    SourceQueries,
    TopicWrites,
    WalkRepository,
    Walks,
    TwitterWrites,
    V1Reads,
    WhoAsks,
  ],
})
export class DeskApiModule {}
