import type { ActorStamp, FieldChange } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from './event-sentence.ts';
import type { EventNames } from './event-sentence.ts';
import { eventGerman } from './event-sentence.words.de.ts';

const names: EventNames = {
  userId: 6,
  users: [
    { id: 6, name: 'Mia' },
    { id: 7, name: 'Omar' },
  ],
  groups: [{ id: 1, name: 'Support' }],
  labels: [
    { id: 31, name: 'Refund' },
    { id: 32, name: 'Urgent' },
  ],
  brands: [{ id: 2, name: 'Larkspur Tea' }],
  fields: [{ key: 'serial_number', label: 'Serial number' }],
};
const omar: ActorStamp = { kind: 'user', id: 7, name: 'Omar' };
const mia: ActorStamp = { kind: 'user', id: 6, name: 'Mia' };

function told(event: string, changes: FieldChange[], given: { actor?: ActorStamp; reason?: string } = {}): string {
  return sentenceOf({ event, changes, actor: given.actor ?? omar, reason: given.reason ?? null }, names);
}

const changed = (field: string, from: unknown, to: unknown): FieldChange[] => [{ field, from, to }];

describe('a change of a case is told as a person would', () => {
  it.each<[string, FieldChange[]]>([
    ['Omar resolved this case', changed('status', 'open', 'resolved')],
    ['Omar set this case to pending', changed('status', 'open', 'pending')],
    ['Omar raised the priority from 4 to 6', changed('priority', 4, 6)],
    ['Omar lowered the priority from 6 to 4', changed('priority', 6, 4)],
    ['Omar took on this case', changed('assigneeId', null, 7)],
    ['Omar assigned this case to Mia', changed('assigneeId', null, 6)],
    ['Omar took this case from Mia', changed('assigneeId', 6, null)],
    ['Omar put this case back for others', changed('assigneeId', 7, null)],
    ['Omar assigned this case to a colleague', changed('assigneeId', null, 99)],
    ['Omar moved this case to the group Support', changed('groupId', null, 1)],
    ['Omar took this case out of the group Support', changed('groupId', 1, null)],
    ['Omar changed the subject from “A” to “B”', changed('subject', 'A', 'B')],
    ['Omar wrote a description', changed('description', '', 'Leaks')],
    ['Omar removed the description', changed('description', 'Leaks', '')],
    ['Omar set the language to German', changed('language', null, 'de')],
    ['Omar removed the language German', changed('language', 'de', null)],
    ['Omar gave this case the external id 17', changed('externalId', null, '17')],
    ['Omar set Serial number to 9', changed('customFields.serial_number', undefined, 9)],
    ['Omar cleared Serial number, which was 9', changed('customFields.serial_number', 9, null)],
    ['Omar changed gone_field from no to yes', changed('customFields.gone_field', false, true)],
    ['Omar gave this case to another customer', changed('customerId', 1, 2)],
    ['Omar moved this case to Larkspur Tea', [...changed('brandId', 1, 2), ...changed('mailboxId', 1, 2)]],
    ['Omar added Refund and Urgent', changed('labelIds', [], [31, 32])],
    ['Omar removed Refund', changed('labelIds', [31], [])],
    ['Omar snoozed this case until the customer writes', changed('snooze', null, { until: null })],
    ['Omar woke this case', changed('snooze', { until: null }, null)],
    ['Omar marked this case as spam', changed('spam', false, true)],
    ['Omar followed this case', changed('followerIds', [], [7])],
    ['Omar let Mia follow this case no longer', changed('followerIds', [6, 7], [7])],
    ['Omar tied this case to #12', changed('links', null, 12)],
    ['Omar untied this case from https://x.example', changed('links', 'https://x.example', null)],
    ['Omar ended the routing, which was active', changed('routeStatus', 'active', null)],
  ])('%s', (sentence, changes) => {
    expect(told('case.updated', changes)).toBe(sentence);
  });

  it.each<[string, string, FieldChange[]]>([
    ['Omar opened this case', 'case.opened', []],
    ['Omar reopened this case', 'case.reopened', changed('status', 'resolved', 'open')],
    [
      'Omar merged this case into #7',
      'case.merged',
      [...changed('status', 'open', 'closed'), ...changed('mergedIntoId', null, 7)],
    ],
    ['Omar merged #8 into this case', 'case.merged', changed('mergedCaseId', null, 8)],
    ['Omar took the merge of #8 back', 'case.unmerged', changed('mergedCaseId', 8, null)],
    ['Omar made part of this the case #9', 'case.split', changed('splitCaseId', null, 9)],
    ['Omar made this case out of part of #5', 'case.split', changed('splitFromId', null, 5)],
    ['Omar took this case over from Mia', 'case.taken-over', changed('lockedBy', 6, 7)],
    ['Omar moved this case to the trash', 'case.deleted', changed('deleted', false, true)],
    ['Omar hid a message from the customer’s portal', 'message.hidden', changed('hidden', false, true)],
    ['Omar took a reply back before it left', 'reply.undone', changed('status', 'pending', 'open')],
  ])('%s', (sentence, event, changes) => {
    expect(told(event, changes)).toBe(sentence);
  });

  it('joins what was done at once, and calls the reader you', () => {
    const changes = [...changed('status', 'open', 'resolved'), ...changed('labelIds', [], [31])];
    expect(told('case.updated', changes, { actor: mia })).toBe('You resolved this case and added Refund');
  });

  it('names the file that was erased', () => {
    expect(told('attachment.erased', [], { reason: 'passport.pdf' })).toBe('Omar erased the content of passport.pdf');
  });

  it('never says nothing, whatever comes', () => {
    expect(told('case.frobnicated', [])).toBe('Omar did something that has no words yet (case.frobnicated)');
  });

  it('is a sentence in German too', () => {
    const { sentence, statuses, assignee } = eventGerman;
    expect(sentence('Omar', false, statuses.resolved)).toBe('Omar hat diesen Fall gelöst');
    expect(sentence('Sie', true, assignee.to('Mia'))).toBe('Sie haben diesen Fall Mia zugewiesen');
  });
});
