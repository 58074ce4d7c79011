import { Module } from '@nestjs/common';
import { AttachmentWrites } from './attachments/attachment.writes.ts';
import { DownloadLinks } from './attachments/download-links.ts';
import { DownloadQueries } from './attachments/download.queries.ts';
import { DownloadsController } from './attachments/downloads.controller.ts';
import { CaseWrites } from './cases/case.writes.ts';
import { CaseLinkWrites } from './cases/case-link.writes.ts';
import { DraftWrites } from './cases/draft.writes.ts';
import { ForwardWrites } from './cases/forward.writes.ts';
import { NoteWrites } from './cases/note.writes.ts';
import { ReplyWrites } from './cases/reply.writes.ts';
import { CompanyWrites } from './companies/company.writes.ts';
import { CustomerWrites } from './customers/customer.writes.ts';
import { JobRepository } from './jobs/job.repository.ts';
import { JobWrites } from './jobs/job.writes.ts';
import { ArticleWrites } from './knowledge/article.writes.ts';
import { TopicWrites } from './knowledge/topic.writes.ts';
import { LabelWrites } from './labels/label.writes.ts';
import { MacroWrites } from './macros/macro.writes.ts';
import { SourceQueries } from './resource/source.queries.ts';
import { CarryOut } from './transport/carry-out.ts';
import { DeskApiController } from './transport/desk-api.controller.ts';
import { SiteRate } from './transport/site-rate.ts';
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
    CustomerWrites,
    DownloadLinks,
    DownloadQueries,
    DraftWrites,
    ForwardWrites,
    JobRepository,
    JobWrites,
    LabelWrites,
    MacroWrites,
    NoteWrites,
    PreferenceWrites,
    ReplyWrites,
    SiteRate,
    SourceQueries,
    TopicWrites,
    V1Reads,
    WhoAsks,
  ],
})
export class DeskApiModule {}
