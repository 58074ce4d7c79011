import { Global, Module } from '@nestjs/common';
import { AttachmentsController } from './attachment/attachments.controller.ts';
import { StoreUpload } from './attachment/store-upload.ts';
import { AppendMessage } from './case/append-message.ts';
import { CaseRealtime } from './case/case.realtime.ts';
import { CaseReferenceRepository } from './case/case-reference.repository.ts';
import { CaseRepository } from './case/case.repository.ts';
import { CasesController } from './case/cases.controller.ts';
import { OpenCaseForCustomer } from './case/open-case-for-customer.ts';
import { OpenCase } from './case/open-case.ts';
import { RecordCaseChange } from './case/record-case-change.ts';
import { ResolveCaseWish } from './case/resolve-case-wish.ts';
import { UpdateCase } from './case/update-case.ts';
import { DraftsController } from './draft/drafts.controller.ts';
import { DraftsService } from './draft/drafts.service.ts';
import { LabelRepository } from './label/label.repository.ts';
import { FeedQueries } from './message/feed.queries.ts';
import { ReplyToCase } from './message/reply-to-case.ts';
import { ReplyRepository } from './message/reply.repository.ts';
import { ImagesController } from './remote-image/images.controller.ts';
import { RemoteImages } from './remote-image/remote-images.ts';
import { UndoReply } from './message/undo-reply.ts';

@Global()
@Module({
  controllers: [AttachmentsController, CasesController, DraftsController, ImagesController],
  providers: [
    AppendMessage,
    CaseRealtime,
    CaseReferenceRepository,
    CaseRepository,
    DraftsService,
    FeedQueries,
    LabelRepository,
    OpenCase,
    OpenCaseForCustomer,
    RecordCaseChange,
    RemoteImages,
    ReplyRepository,
    ReplyToCase,
    ResolveCaseWish,
    StoreUpload,
    UndoReply,
    UpdateCase,
  ],
  exports: [
    AppendMessage,
    CaseRepository,
    LabelRepository,
    OpenCase,
    RecordCaseChange,
    ReplyToCase,
    UndoReply,
    UpdateCase,
  ],
})
export class CasesModule {}
