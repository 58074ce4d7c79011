import { area, byItself, checkbox, choicesOf, email, field, picklist, reference, text } from '../field.ts';
import { sfObject, type SfObject } from '../object.ts';
import { owner } from '../shared.ts';

/** What hangs on cases and contacts: comments, mails, activities and posts. */
export function activityObjects(): SfObject[] {
  return [caseComment(), emailMessage(), task(), feedItem()];
}

function caseComment(): SfObject {
  return sfObject({
    name: 'CaseComment',
    keyPrefix: '00a',
    fields: [
      reference('ParentId', ['Case'], {
        nillable: false,
        updateable: false,
        childRelationship: 'CaseComments',
        onDelete: 'cascade',
      }),
      checkbox('IsPublished', { label: 'Published' }),
      area('CommentBody', 4000, { label: 'Body', inBytes: true }),
    ],
  });
}

function emailMessage(): SfObject {
  return sfObject({
    name: 'EmailMessage',
    keyPrefix: '02s',
    fields: [
      reference('ParentId', ['Case'], { label: 'Case ID', childRelationship: 'EmailMessages', onDelete: 'cascade' }),
      text('Subject', 3000, { nameField: true, filterable: false }),
      area('TextBody', 32_000),
      area('HtmlBody', 32_000, { html: true }),
      area('Headers', 32_000),
      text('FromName', 1000),
      email('FromAddress', { length: 1000 }),
      text('ToAddress', 4000, { filterable: false }),
      text('CcAddress', 4000, { filterable: false }),
      text('BccAddress', 4000, { filterable: false }),
      checkbox('Incoming', { label: 'Is Incoming' }),
      picklist('Status', [], { choices: emailStatuses(), nillable: false, defaultValue: '5', restricted: true }),
      field('MessageDate', 'datetime'),
      text('MessageIdentifier', 765, { label: 'Message ID' }),
      text('ThreadIdentifier', 765, { label: 'Thread ID' }),
    ],
  });
}

function emailStatuses() {
  const labels = ['New', 'Read', 'Replied', 'Sent', 'Forwarded', 'Draft'];
  return labels.map((label, value) => ({ value: String(value), label, active: true, isDefault: value === 5 }));
}

function task(): SfObject {
  return sfObject({
    name: 'Task',
    keyPrefix: '00T',
    feedEnabled: true,
    fields: [
      reference('WhoId', ['Contact'], { label: 'Name ID', childRelationship: 'Tasks' }),
      reference('WhatId', ['Case', 'Account', 'Opportunity'], {
        label: 'Related To ID',
        childRelationship: 'Tasks',
        onDelete: 'cascade',
      }),
      text('Subject', 255),
      area('Description', 32_000, { label: 'Comments' }),
      field('ActivityDate', 'date', { label: 'Due Date Only' }),
      picklist('Status', ['*Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], {
        nillable: false,
      }),
      picklist('Priority', ['High', '*Normal', 'Low'], { nillable: false }),
      picklist('TaskSubtype', ['*Task', 'Email', 'Call', 'ListEmail'], { updateable: false, restricted: true }),
      picklist('CallType', ['Internal', 'Inbound', 'Outbound'], { length: 40 }),
      field('CallDurationInSeconds', 'int', { precision: 8 }),
      text('CallDisposition', 255),
      text('CallObject', 255, { label: 'Call Object Identifier' }),
      checkbox('IsClosed', { ...byItself, label: 'Closed' }),
      checkbox('IsArchived', { ...byItself, label: 'Archived' }),
      owner(),
    ],
  });
}

function feedItem(): SfObject {
  return sfObject({
    name: 'FeedItem',
    keyPrefix: '0D5',
    fields: [
      reference('ParentId', ['Case', 'Account', 'Contact', 'Opportunity', 'User'], {
        nillable: false,
        updateable: false,
        childRelationship: 'Feeds',
        onDelete: 'cascade',
      }),
      picklist('Type', [], {
        choices: choicesOf(['TextPost', 'LinkPost', 'ContentPost', 'TrackedChange']),
        updateable: false,
        defaultValue: 'TextPost',
        restricted: true,
      }),
      area('Body', 10_000),
      text('Title', 255),
      field('LinkUrl', 'url', { length: 1000 }),
      checkbox('IsRichText', { updateable: false }),
      field('CommentCount', 'int', { ...byItself, precision: 9, compute: () => 0 }),
      reference('InsertedById', ['User'], { ...byItself, onDelete: 'keep' }),
    ],
  });
}
