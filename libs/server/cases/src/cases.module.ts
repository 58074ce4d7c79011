import { CustomerCases } from '@bureau/customers';
import { Global, Module } from '@nestjs/common';
import { AttachmentsController } from './attachment/attachments.controller.ts';
import { AttachmentQueries } from './attachment/attachment.queries.ts';
import { PictureReader } from './attachment/picture-reader.ts';
import { StoreUpload } from './attachment/store-upload.ts';
import { Thumbnails } from './attachment/thumbnails.ts';
import { BulkController } from './bulk/bulk.controller.ts';
import { BULK, BULK_OF_OTHERS } from './bulk/bulk.providers.ts';
import { AppendMessage } from './case/append-message.ts';
import { CaseRealtime } from './case/case.realtime.ts';
import { CaseReferenceRepository } from './case/case-reference.repository.ts';
import { CaseRepository } from './case/case.repository.ts';
import { CasesChangesController } from './changes/changes.controller.ts';
import { CasesController } from './case/cases.controller.ts';
import { FindPlace } from './case/find-place.ts';
import { OpenCaseForCustomer } from './case/open-case-for-customer.ts';
import { OpenCasesForCustomers } from './case/open-cases-for-customers.ts';
import { OpenCase } from './case/open-case.ts';
import { RecordCaseChange } from './case/record-case-change.ts';
import { ResolveCaseWish } from './case/resolve-case-wish.ts';
import { UpdateCase } from './case/update-case.ts';
import { DraftsController } from './draft/drafts.controller.ts';
import { DraftsService } from './draft/drafts.service.ts';
import { GroupCasesRepository } from './group/group-cases.repository.ts';
import { HandOverGroup } from './group/hand-over-group.ts';
import { CaseLinks } from './links/case-links.ts';
import { FieldLinks } from './links/field-links.ts';
import { MoveCustomerCases } from './customer/move-customer-cases.ts';
import { PeopleCasesController } from './customer/people-cases.controller.ts';
import { IntegrationUrlsController } from './integration-url/integration-urls.controller.ts';
import { INTEGRATIONS, INTEGRATIONS_OF_OTHERS } from './integration-url/integration-url.providers.ts';
import { LabelRepository } from './label/label.repository.ts';
import { LabelsController } from './label/labels.controller.ts';
import { LabelsService } from './label/labels.service.ts';
import { PORTS } from './ports.ts';
import { LabelHeirs } from './label/label-heirs.ts';
import { MergeLabels } from './label/merge-labels.ts';
import { RemoveLabel } from './label/remove-label.ts';
import { EditUndelivered } from './message/edit-undelivered.ts';
import { ErasureRepository } from './message/erasure.repository.ts';
import { BelongingsRepository } from './merge/belongings.repository.ts';
import { InteractionRepository } from './merge/interaction.repository.ts';
import { MergeCases } from './merge/merge-cases.ts';
import { MergeRepository } from './merge/merge.repository.ts';
import { MergesController } from './merge/merges.controller.ts';
import { TakeBackGains } from './merge/take-back-gains.ts';
import { UnmergeCase } from './merge/unmerge-case.ts';
import { FeedQueries } from './message/feed.queries.ts';
import { NETWORK_MESSAGES } from './message/network-messages.ts';
import { ForwardAutomatically } from './message/forward-automatically.ts';
import { ForwardCase } from './message/forward-case.ts';
import { ForwardRepository } from './message/forward.repository.ts';
import { MESSAGE_VERBS } from './message/message-verbs.ts';
import { MessagesController } from './message/messages.controller.ts';
import { RemoveErasedBlobs } from './message/remove-erased-blobs.ts';
import { ReplyRecipientsQueries } from './message/reply-recipients.queries.ts';
import { ReplyToCase } from './message/reply-to-case.ts';
import { SendFirstMessage } from './message/send-first-message.ts';
import { ReplyRepository } from './message/reply.repository.ts';
import { ImagesController } from './remote-image/images.controller.ts';
import { RemoteImages } from './remote-image/remote-images.ts';
import { SplitCase } from './split/split-case.ts';
import { SplitRepository } from './split/split.repository.ts';
import { SplitsController } from './split/splits.controller.ts';
import { UnsplitCase } from './split/unsplit-case.ts';
import { UndoReply } from './message/undo-reply.ts';
import { UploadAgain } from './message/upload-again.ts';
import { DeleteCase } from './case/delete-case.ts';
import { RestoreCase } from './case/restore-case.ts';
import { WakeCases } from './case/wake-cases.ts';
import { TrashController } from './case/trash.controller.ts';
import { HistoryController } from './case/history.controller.ts';
import { LOCKS } from './lock/lock.providers.ts';
import { LocksController } from './lock/locks.controller.ts';
import { FollowCase } from './follower/follow-case.ts';
import { FollowerRepository } from './follower/follower.repository.ts';
import { FollowersController } from './follower/followers.controller.ts';
import { LinkCases } from './link/link-cases.ts';
import { LinkRepository } from './link/link.repository.ts';
import { RelatedController } from './link/related.controller.ts';
import { AddNote } from './note/add-note.ts';
import { EditNote } from './note/edit-note.ts';
import { Mentions } from './note/mentions.ts';
import { NoteRepository } from './note/note.repository.ts';
import { NotesController } from './note/notes.controller.ts';
import { NotificationRepository } from './notification/notification.repository.ts';
import { NotifyUsers } from './notification/notify-users.ts';
import { ReadNotifications } from './notification/read-notifications.ts';
import { NotificationRealtime } from './notification/notification.realtime.ts';
import { NotificationsController } from './notification/notifications.controller.ts';
import { IndexCases } from './search/index-cases.ts';
import { ResolveNames } from './search/resolve-names.ts';
import { SearchCases } from './search/search-cases.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchCustomers } from './search/search-customers.ts';
import { AnswerAutomatically } from './message/answer-automatically.ts';
import { AutoAnswerBrakes } from './message/auto-answer-brakes.ts';
import { AutoAnswerRepository } from './message/auto-answer.repository.ts';
import { PlaceholderFactsRepository } from './placeholder/placeholder-facts.ts';
import { SimilarNames } from './search/similar-names.ts';
import { WithinFilters } from './search/within-filters.ts';

import { CaseFactsQueries } from './condition/case-facts.queries.ts';
import { DeskHoursSource } from './condition/desk-hours-source.ts';
import { Vocabularies } from './condition/vocabularies.ts';
import { ChangeGeneration } from './filter/change-generation.ts';
import { FilterCounts } from './filter/filter-counts.ts';
import { FilterQueries } from './filter/filter.queries.ts';
import { FilterRepository } from './filter/filter.repository.ts';
import { FilteredCases } from './filter/filtered-cases.ts';
import { FiltersController } from './filter/filters.controller.ts';
import { GroupsQueries } from './filter/groups.queries.ts';
import { NamesQueries } from './filter/names.queries.ts';
import { SaveFilter } from './filter/save-filter.ts';
import { RepointFilters } from './filter/repoint-filters.ts';

@Global()
@Module({
  controllers: [
    FiltersController,
    SearchController,
    CasesChangesController,
    AttachmentsController,
    BulkController,
    CasesController,
    DraftsController,
    FollowersController,
    HistoryController,
    ImagesController,
    IntegrationUrlsController,
    LabelsController,
    LocksController,
    MergesController,
    MessagesController,
    NotesController,
    NotificationsController,
    PeopleCasesController,
    RelatedController,
    SplitsController,
    TrashController,
  ],
  providers: [
    CaseLinks,
    FieldLinks,
    GroupCasesRepository,
    HandOverGroup,
    CaseFactsQueries,
    DeskHoursSource,
    ChangeGeneration,
    FilterCounts,
    FilteredCases,
    FilterQueries,
    FilterRepository,
    GroupsQueries,
    NamesQueries,
    SaveFilter,
    Vocabularies,
    IndexCases,
    ResolveNames,
    SearchCases,
    SearchCustomers,
    SimilarNames,
    WithinFilters,
    AddNote,
    AnswerAutomatically,
    AppendMessage,
    AutoAnswerBrakes,
    AutoAnswerRepository,
    AttachmentQueries,
    ...BULK,
    CaseRealtime,
    CaseReferenceRepository,
    CaseRepository,
    DeleteCase,
    DraftsService,
    EditNote,
    EditUndelivered,
    ErasureRepository,
    FeedQueries,
    ...NETWORK_MESSAGES,
    FollowCase,
    FollowerRepository,
    ForwardAutomatically,
    ForwardCase,
    ForwardRepository,
    ...LOCKS,
    ...MESSAGE_VERBS,
    BelongingsRepository,
    ...INTEGRATIONS,
    InteractionRepository,
    LabelRepository,
    LabelsService,
    ...PORTS,
    LabelHeirs,
    MergeLabels,
    RepointFilters,
    RemoveLabel,
    { provide: CustomerCases, useClass: MoveCustomerCases },
    LinkCases,
    LinkRepository,
    Mentions,
    MergeCases,
    MergeRepository,
    NoteRepository,
    NotificationRealtime,
    NotificationRepository,
    NotifyUsers,
    OpenCase,
    FindPlace,
    OpenCaseForCustomer,
    OpenCasesForCustomers,
    PlaceholderFactsRepository,
    PictureReader,
    ReadNotifications,
    RecordCaseChange,
    RemoteImages,
    RemoveErasedBlobs,
    ReplyRecipientsQueries,
    ReplyRepository,
    ReplyToCase,
    SendFirstMessage,
    ResolveCaseWish,
    RestoreCase,
    SplitCase,
    SplitRepository,
    StoreUpload,
    TakeBackGains,
    Thumbnails,
    UndoReply,
    UploadAgain,
    UnmergeCase,
    UnsplitCase,
    UpdateCase,
    WakeCases,
  ],
  exports: [
    FeedQueries,
    ...NETWORK_MESSAGES,
    ...PORTS,
    LabelHeirs,
    LabelsService,
    CaseFactsQueries,
    DeskHoursSource,
    FilteredCases,
    FilterQueries,
    NamesQueries,
    FilterRepository,
    Vocabularies,
    AddNote,
    AnswerAutomatically,
    AutoAnswerBrakes,
    ForwardAutomatically,
    IndexCases,
    AppendMessage,
    CaseRepository,
    ...BULK_OF_OTHERS,
    DeleteCase,
    DraftsService,
    EditNote,
    EditUndelivered,
    ...MESSAGE_VERBS,
    FollowCase,
    ForwardCase,
    ...LOCKS,
    CustomerCases,
    ...INTEGRATIONS_OF_OTHERS,
    LabelRepository,
    LinkCases,
    MergeCases,
    OpenCase,
    OpenCaseForCustomer,
    OpenCasesForCustomers,
    PlaceholderFactsRepository,
    RecordCaseChange,
    ReplyRepository,
    ReplyToCase,
    RestoreCase,
    SplitCase,
    StoreUpload,
    UndoReply,
    UpdateCase,
  ],
})
export class CasesModule {}
