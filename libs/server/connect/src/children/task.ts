import { cutText } from '@bureau/domain';
import type { Fields, Interaction, Place } from './interaction.ts';

const LIMITS = { subject: 255, description: 32_000 } as const;

const NAMES = new Map([
  ['phone', 'Phone call'],
  ['chat', 'Chat'],
  ['twitter', 'Message on X'],
  ['facebook', 'Message on Facebook'],
  ['qna', 'Question'],
]);

/** By which Salesforce knows it again when it is not known whether it was taken. */
export function callObject({ id }: Interaction): string {
  return `bureau-message-${id}`;
}

/** A call, chat or post as a completed Task of its case and contact. */
export function task(interaction: Interaction, { caseId, contactId }: Place): Fields {
  const { channel, direction, text, fromName, fromAddress, at } = interaction;
  const what = NAMES.get(channel) ?? 'Message';
  const from = fromName || fromAddress;
  return {
    WhatId: caseId,
    ...(contactId === null ? {} : { WhoId: contactId }),
    Subject: cutText(from === '' ? what : `${what}: ${from}`, LIMITS.subject),
    Description: cutText(text, LIMITS.description),
    Status: 'Completed',
    ActivityDate: at.toISOString().slice(0, 10),
    TaskSubtype: channel === 'phone' ? 'Call' : 'Task',
    ...(channel === 'phone' ? { CallType: direction === 'in' ? 'Inbound' : 'Outbound' } : {}),
    CallObject: callObject(interaction),
  };
}
