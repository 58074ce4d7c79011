import { byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { asJson, jsonOf, sqlOf, type Expression, type JsonText, type Member } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { accessThroughCase } from './case-part-access.ts';
import { DRAFTS } from './draft.source.ts';
import { FIRST, REPLIES } from './interaction.source.ts';

const throughCase = accessThroughCase('r.case_id');

/** A reply by its number, whether it was sent or is still the draft of whoever asks. */
export const ANY_REPLIES: Source = {
  class: 'reply',
  title: 'One reply',
  from: `(SELECT i.id, i.case_id, true AS is_said FROM messages i
      UNION ALL SELECT i.id, i.case_id, false FROM drafts i WHERE i.kind = 'reply' AND i.mode = 'reply') r
    LEFT JOIN messages m ON r.is_said AND m.id = r.id LEFT JOIN drafts d ON NOT r.is_said AND d.id = r.id`,
  id: 'r.id',
  where: `r.is_said IS FALSE OR m.sequence > ${FIRST}`,
  access: (actor, first) => {
    const own = DRAFTS.access(actor, first);
    const { kind, sql } = throughCase(actor, first + 1);
    return { kind, sql: `${sql} AND (r.is_said OR d.user_id = $${first})`, values: own.values };
  },
  keys: { reply: byNumber('r.id = $'), case: byCase('r.case_id = $') },
  members: either(DRAFTS.members, REPLIES.members, jsonOf),
  links: either(DRAFTS.links, REPLIES.links, asJson),
  sorts: { id: 'r.id' },
  perPage: 100,
};

/** Each of both as JSON text: they are not of one type. */
function either(
  unsent: Record<string, Member>,
  said: Record<string, Member>,
  textOf: (member: Member) => JsonText,
): Record<string, JsonText> {
  const entries = Object.entries(said).map(([name, member]): [string, JsonText] => {
    const [draft, reply] = [textOf(unsent[name] ?? 'NULL::text'), textOf(member)];
    const json: Expression = (actor, values) =>
      `CASE WHEN r.is_said THEN ${sqlOf([reply.json], actor, values)} ELSE ${sqlOf([draft.json], actor, values)} END`;
    return [name, { json }];
  });
  return Object.fromEntries(entries);
}
