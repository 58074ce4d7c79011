import type { CaseStatus } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const statuses: Record<CaseStatus, string> = {
  new: 'set this case back to new',
  open: 'set this case to open',
  pending: 'set this case to pending',
  resolved: 'resolved this case',
  closed: 'closed this case for good',
};

/** What stands in the history, by what was done. Every value is a deed that follows a name: "Mia … resolved this case". */
const done: Record<string, string> = {
  'case.opened': 'opened this case',
  'case.reopened': 'reopened this case',
  'case.deleted': 'moved this case to the trash',
  'case.restored': 'took this case out of the trash',
  'case.merged': 'merged cases',
  'case.unmerged': 'took a merge back',
  'case.split': 'made part of this a case of its own',
  'case.unsplit': 'gave a part of this back to its case',
  'case.taken-over': 'took this case over from a colleague',
  'case.change-undone': 'took a change back',
  'case.links-revoked': 'revoked the customer’s web links',
  'attachment.erased': 'erased the content of a file',
  'message.erased': 'erased the content of a message',
  'message.forwarded': 'forwarded messages',
  'message.hidden': 'hid a message from the customer’s portal',
  'message.shown': 'showed a message in the customer’s portal again',
  'post.edited': 'saw that a post was changed by its writer',
  'post.removed': 'saw that a post was taken down',
  'post.hidden': 'saw that a post was hidden on its network',
  'post.shown': 'saw that a post is shown on its network again',
  'post.reacted': 'saw a reaction to a message',
  'post.unreacted': 'saw that a reaction to a message was taken back',
  'post.handed-over': 'saw that another app took over this private conversation',
  'post.handed-back': 'saw that this private conversation came back to the desk',
  'post.liked': 'liked a post',
  'post.unliked': 'took the like of a post back',
  'post.reposted': 'reposted a post',
  'post.unreposted': 'took a repost back',
  'post.followed': 'followed the writer of a post',
  'post.unfollowed': 'stopped following the writer of a post',
  'post.concealed': 'hid a post from others on its network',
  'post.revealed': 'showed a post on its network again',
  'post.taken-down': 'took a post of ours down',
  'reply.undone': 'took a reply back before it left',
  'forward.undone': 'took a forward back before it left',
  'feedback.erased': 'erased the words of a feedback',
  'note.edited': 'changed a note',
  'note.taken-back': 'took a note back',
};

/** How what was done to a case is told, in sentences that a person would write. */
export const eventWords = words('event-sentence', {
  you: 'You',
  /** `deeds` are joined already: "resolved this case and added Refund". */
  sentence: (who: string, _isYou: boolean, deeds: string) => `${who} ${deeds}`,
  /** `names` is a list already. */
  byMacros: (sentence: string, names: string) => `${sentence} · macro ${names}`,
  statuses,
  done,
  unknown: (event: string) => `did something that has no words yet (${event})`,
  someone: 'a colleague',
  someGroup: 'another group',
  someLabel: 'a label',
  priority: {
    raised: (from: string, to: string) => `raised the priority from ${from} to ${to}`,
    lowered: (from: string, to: string) => `lowered the priority from ${from} to ${to}`,
  },
  assignee: {
    self: 'took on this case',
    to: (name: string) => `assigned this case to ${name}`,
    putBack: 'put this case back for others',
    off: (name: string) => `took this case from ${name}`,
  },
  group: {
    to: (name: string) => `moved this case to the group ${name}`,
    off: (name: string) => `took this case out of the group ${name}`,
  },
  subject: (from: string, to: string) => `changed the subject from “${from}” to “${to}”`,
  description: { set: 'wrote a description', changed: 'changed the description', cleared: 'removed the description' },
  language: {
    set: (to: string) => `set the language to ${to}`,
    changed: (from: string, to: string) => `changed the language from ${from} to ${to}`,
    cleared: (from: string) => `removed the language ${from}`,
  },
  externalId: {
    set: (to: string) => `gave this case the external id ${to}`,
    changed: (from: string, to: string) => `changed the external id from ${from} to ${to}`,
    cleared: (from: string) => `removed the external id ${from}`,
  },
  field: {
    set: (field: string, to: string) => `set ${field} to ${to}`,
    changed: (field: string, from: string, to: string) => `changed ${field} from ${from} to ${to}`,
    cleared: (field: string, from: string) => `cleared ${field}, which was ${from}`,
    touched: (field: string) => `changed ${field}`,
  },
  yes: 'yes',
  no: 'no',
  customer: 'gave this case to another customer',
  brand: { to: (name: string) => `moved this case to ${name}`, unnamed: 'moved this case to another brand' },
  mailbox: 'changed the mailbox that answers',
  routing: {
    set: (to: string) => `set the routing to ${to}`,
    changed: (from: string, to: string) => `changed the routing from ${from} to ${to}`,
    cleared: (from: string) => `ended the routing, which was ${from}`,
  },
  labels: {
    added: (names: string) => `added ${names}`,
    removed: (names: string) => `removed ${names}`,
  },
  snooze: {
    until: (time: string) => `snoozed this case until ${time}`,
    open: 'snoozed this case until the customer writes',
    wake: 'woke this case',
  },
  spam: { yes: 'marked this case as spam', no: 'said that this case is no spam' },
  followers: {
    self: 'followed this case',
    selfNot: 'stopped following this case',
    added: (names: string) => `let ${names} follow this case`,
    removed: (names: string) => `let ${names} follow this case no longer`,
  },
  links: {
    tiedCase: (id: string) => `tied this case to #${id}`,
    untiedCase: (id: string) => `untied this case from #${id}`,
    tiedPage: (url: string) => `tied this case to ${url}`,
    untiedPage: (url: string) => `untied this case from ${url}`,
  },
  merged: {
    into: (id: string) => `merged this case into #${id}`,
    from: (id: string) => `merged #${id} into this case`,
    intoNoLonger: (id: string) => `took the merge into #${id} back`,
    fromNoLonger: (id: string) => `took the merge of #${id} back`,
  },
  split: {
    from: (id: string) => `made this case out of part of #${id}`,
    off: (id: string) => `made part of this the case #${id}`,
    gaveBack: (id: string) => `took #${id} back into this case`,
  },
  rated: {
    given: (rating: string) => `rated the answer: ${rating}`,
    changed: (from: string, to: string) => `changed the rating from ${from} to ${to}`,
  },
  takenOver: (name: string) => `took this case over from ${name}`,
  erasedFile: (name: string) => `erased the content of ${name}`,
});
