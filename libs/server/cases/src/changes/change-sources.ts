import type { ChangeSource } from '@bureau/platform';

/** The case of the row, which the reader's access is about. */
const ITS_CASE = 'JOIN cases c ON c.id = x.case_id';

/** The contract `CaseRecord`. */
export const CASES: ChangeSource = {
  table: 'cases',
  joins: 'JOIN cases c ON c.id = x.id',
  json: `'createdAt', x.created_at, 'externalId', x.external_id, 'subject', x.subject, 'description', x.description,
    'status', x.status, 'priority', x.priority, 'channel', x.channel, 'language', x.language, 'brandId', x.brand_id,
    'mailboxId', x.mailbox_id, 'customerId', x.customer_id, 'assigneeId', x.assignee_id, 'groupId', x.group_id,
    'labelIds', x.label_ids, 'customFields', x.custom_fields, 'routeStatus', x.route_status,
    'continuesCaseId', x.continues_case_id, 'mergedIntoId', x.merged_into_id, 'inboundCount', x.inbound_count,
    'outboundCount', x.outbound_count, 'noteCount', x.note_count, 'attachmentCount', x.attachment_count,
    'receivedAt', x.received_at, 'repliedAt', x.replied_at, 'activeAt', x.active_at, 'changedAt', x.changed_at,
    'waitingSince', x.waiting_since, 'firstOpenedAt', x.first_opened_at, 'openedAt', x.opened_at,
    'firstResolvedAt', x.first_resolved_at, 'resolvedAt', x.resolved_at, 'closedAt', x.closed_at,
    'spamAt', x.spam_at, 'deletedAt', x.deleted_at`,
};

/** The contract `MessageRecord`. */
export const MESSAGES: ChangeSource = {
  table: 'messages',
  joins: ITS_CASE,
  json: `'caseId', x.case_id, 'sequence', x.sequence, 'at', x.at, 'direction', x.direction, 'channel', x.channel,
    'subject', x.subject, 'text', x.text, 'from', json_build_object('name', x.from_name, 'address', x.from_address),
    'to', x.recipients_to, 'cc', x.recipients_cc, 'bcc', x.recipients_bcc, 'messageId', x.message_id,
    'automatic', x.automatic, 'userId', x.user_id, 'customerId', x.customer_id`,
};

/** The contract `NoteRecord`. */
export const NOTES: ChangeSource = {
  table: 'notes',
  joins: ITS_CASE,
  json: `'caseId', x.case_id, 'sequence', x.sequence, 'at', x.at, 'text', x.text, 'author', x.author,
    'userId', x.user_id, 'mentionedUserIds', x.mentioned_user_ids, 'editedAt', x.edited_at`,
};

/** The contract `LabelRecord`. */
export const LABELS: ChangeSource = {
  table: 'labels',
  json: `'createdAt', x.created_at, 'name', x.name, 'description', x.description, 'color', x.color, 'types', x.types,
    'enabled', x.enabled, 'position', x.position`,
};
