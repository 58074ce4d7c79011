import type { ActorStamp, CaseStatus, Channel, CustomFieldValues, FieldChange } from '@bureau/contracts';
import { excerptOf, type InboundMessage } from '../message/inbound-message.ts';

export interface CaseToOpen {
  brandId: number;
  mailboxId: number | null;
  customerId: number;
  groupId: number | null;
  subject: string;
  priority: number;
  continuesCaseId: number | null;
  demo: boolean;
  at: Date;
  actor: ActorStamp;
  reason: string | null;
  channel: Channel;
  status: CaseStatus;
  assigneeId: number | null;
  description: string;
  language: string | null;
  externalId: string | null;
  labelIds: number[];
  customFields: CustomFieldValues;
  /** Who said the first message: the customer, or the company. */
  direction: 'in' | 'out';
  /** What was set from the beginning, for the history. */
  changes: FieldChange[];
}

/** The values of the statement that opens a case, in its order. */
export function openingValues(opened: CaseToOpen, message: InboundMessage): unknown[] {
  return [
    opened.brandId,
    opened.mailboxId,
    opened.customerId,
    opened.subject,
    excerptOf(message),
    opened.priority,
    opened.groupId,
    opened.at,
    opened.continuesCaseId,
    opened.demo,
    JSON.stringify(opened.actor),
    opened.reason,
    ...messageValues(message),
    countedFiles(message.files),
    opened.channel,
    opened.status,
    opened.assigneeId,
    opened.description,
    opened.language,
    opened.externalId,
    opened.labelIds,
    JSON.stringify(opened.customFields),
    opened.direction,
    JSON.stringify(opened.changes),
  ];
}

/** The attachments that people count: not the pictures inside a text. */
export function countedFiles(files: readonly { inline: boolean }[]): number {
  return files.filter(({ inline }) => !inline).length;
}

/** The values of a message, in the order in which the statements that insert one name them. */
export function messageValues(message: InboundMessage): unknown[] {
  return [
    message.text,
    message.visibleLength,
    message.html,
    message.from.name,
    message.from.address,
    JSON.stringify(message.to),
    JSON.stringify(message.cc),
    message.messageId,
    message.inReplyTo,
    message.references,
    message.automatic,
    message.sender && JSON.stringify(message.sender),
    JSON.stringify(message.notices),
    message.author && JSON.stringify(message.author),
    message.userId,
    message.customerId,
    message.intakeId,
  ];
}
