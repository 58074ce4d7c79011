import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { CASE_LINKS } from './case-link.source.ts';
import { CASE_LINK_NAMES, CaseLinkWrites, NewCaseLink } from './case-link.writes.ts';
import { CASES } from './case.source.ts';
import { DRAFTS } from './draft.source.ts';
import { DraftWrites } from './draft.writes.ts';
import { FORWARD_NAMES, ForwardWrites, NewForward } from './forward.writes.ts';
import { REPLIES } from './interaction.source.ts';
import { NewReply, REPLY_NAMES } from './reply.body.ts';
import { ReplyWrites } from './reply.writes.ts';

export const CORRESPONDENCE_ROUTES: DeskRoute[] = [
  show('/cases/:case/replies/draft', {
    summary: 'Read the reply that one has not sent.',
    allow: 'cases:view',
    reads: DRAFTS,
  }),
  create('/cases/:case/replies/draft', {
    summary: 'Begin a reply, to the customer and about the case unless it says otherwise.',
    allow: 'cases:reply',
    within: CASES,
    reads: DRAFTS,
    body: NewReply,
    names: REPLY_NAMES,
    by: DraftWrites,
    run: (writes, wish) => writes.begin(wish),
  }),
  change('/cases/:case/replies/draft', {
    summary: 'Change it; `status` `pending` sends it.',
    allow: 'cases:reply',
    reads: DRAFTS,
    body: NewReply,
    names: REPLY_NAMES,
    by: ReplyWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/cases/:case/replies/draft', {
    summary: 'Throw it away.',
    allow: 'cases:reply',
    reads: DRAFTS,
    by: ReplyWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  create('/cases/:case/forward', {
    summary: 'Send what was said to somebody else, with a `note_text` above it.',
    allow: 'cases:reply',
    within: CASES,
    reads: REPLIES,
    body: NewForward,
    names: FORWARD_NAMES,
    by: ForwardWrites,
    run: (writes, wish) => writes.send(wish),
  }),
  list('/cases/:case/links', {
    summary: 'List what a case is tied to.',
    allow: 'cases:view',
    within: CASES,
    reads: CASE_LINKS,
  }),
  create('/cases/:case/links', {
    summary: 'Tie a case to a page (`url`, `title`) or to another case (`_links.linked_case`).',
    allow: 'cases:update',
    within: CASES,
    reads: CASE_LINKS,
    body: NewCaseLink,
    names: CASE_LINK_NAMES,
    by: CaseLinkWrites,
    run: (writes, wish) => writes.add(wish),
  }),
  show('/cases/:case/links/:link', { summary: 'Read what it is tied to.', allow: 'cases:view', reads: CASE_LINKS }),
];
