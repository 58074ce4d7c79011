import type { SyncChild } from '@bureau/contracts';
import { soql, type FeedSegment, type SoqlCondition } from '@bureau/domain';
import type { SalesforceRecords } from '../salesforce/index.ts';
import { emailMessage, messageIdentifier } from './email-message.ts';
import type { Fields, Interaction, Place } from './interaction.ts';
import { callObject, task } from './task.ts';

/** One row that is to be beneath a case in Salesforce. */
export interface SentChild {
  kind: SyncChild;
  deskId: number;
  part: number;
  /** What it is called there. */
  salesforceObject: string;
  fields: Fields;
  /** By what it is known again when it was sent and nobody knows what came of it. */
  same: SoqlCondition[];
  /** Of a post, which goes another way than rows do. */
  segments?: readonly FeedSegment[];
}

/** A mail is an EmailMessage, everything else that was said an activity. */
export function interactionToSend(interaction: Interaction, place: Place): SentChild {
  const { id: deskId, channel } = interaction;
  if (channel === 'email') {
    return {
      ...{ kind: 'email', deskId, part: 0, salesforceObject: 'EmailMessage', fields: emailMessage(interaction, place) },
      same: [
        { field: 'ParentId', is: '=', value: { id: place.caseId } },
        { field: 'MessageIdentifier', is: '=', value: messageIdentifier(interaction) },
      ],
    };
  }
  return {
    ...{ kind: 'activity', deskId, part: 0, salesforceObject: 'Task', fields: task(interaction, place) },
    same: [
      { field: 'WhatId', is: '=', value: { id: place.caseId } },
      { field: 'CallObject', is: '=', value: callObject(interaction) },
    ],
  };
}

/** The id of one that is there already; undefined: it is not. */
export async function findSent(
  records: SalesforceRecords,
  { salesforceObject: object, same }: SentChild,
): Promise<string | undefined> {
  const fields = same.flatMap((condition) => ('field' in condition ? [condition.field] : []));
  const query = soql(
    { object, fields: ['Id'], where: same, orderBy: [], limit: 1 },
    new Set([object, 'Id', ...fields]),
  );
  const { rows } = await records.query(query);
  const id = rows[0]?.['Id'];
  return typeof id === 'string' ? id : undefined;
}
