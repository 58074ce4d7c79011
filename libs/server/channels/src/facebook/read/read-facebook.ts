import type { SocialFact } from '@bureau/domain';
import { pointersIn, valueAt, type Json } from '../../social/in/read/json-document.ts';
import { unknown, type FoundUnit, type Reader } from '../../social/in/read/unit.ts';
import { timeFrom } from './facebook-parts.ts';
import { FacebookId } from './facebook-shapes.ts';
import { readFeedChange, type Told } from './read-feed-change.ts';
import { findInConversations, findInFeed, readConversationMessage, readFeedItem } from './read-facebook-page.ts';
import { readMessaging } from './read-messaging.ts';

/** Reads what Facebook says: batches that it sends, and pages that were asked for. */
export const readFacebook: Reader = {
  find(form, document) {
    if (form === 'facebook-feed') return findInFeed(document);
    if (form === 'facebook-conversations') return findInConversations(document);
    return unitsOfBatch(document);
  },

  read(form, document, { pointer, listener }) {
    if (form === 'facebook-feed') return readFeedItem(document, pointer, listener);
    if (form === 'facebook-conversations') return readConversationMessage(document, pointer, listener);
    return readUnit(document, pointer);
  },
};

/** Everything in a batch, entry by entry; an entry without anything that we know is a unit itself. */
function unitsOfBatch(document: Json | undefined): FoundUnit[] {
  const entries = pointersIn(document, '/entry');
  if (entries.length === 0) return [{ pointer: '', account: null }];
  return entries.flatMap((entry) => {
    const account = idAt(document, `${entry}/id`);
    const below = ['changes', 'messaging', 'standby'].flatMap((list) => pointersIn(document, `${entry}/${list}`));
    return (below.length > 0 ? below : [entry]).map((pointer) => ({ pointer, account }));
  });
}

function readUnit(document: Json | undefined, pointer: string): SocialFact {
  const [, entries, index, list] = pointer.split('/');
  if (entries !== 'entry' || list === undefined) return unknown('Something that Facebook sent');
  const entry = `/entry/${index}`;
  const time = valueAt(document, `${entry}/time`);
  const told: Told = {
    pageId: idAt(document, `${entry}/id`) ?? '',
    time: typeof time === 'number' ? timeFrom(time) : null,
  };
  switch (list) {
    case 'messaging':
      return readMessaging(valueAt(document, pointer), told);
    case 'standby':
      return elsewhere(readMessaging(valueAt(document, pointer), told));
    default:
      return readChange(document, pointer, told);
  }
}

/** What this desk only overhears: another app of the page holds the conversation. */
function elsewhere(fact: SocialFact): SocialFact {
  return fact.kind === 'post' ? { ...fact, post: { ...fact.post, heldElsewhere: true } } : fact;
}

function readChange(document: Json | undefined, pointer: string, told: Told): SocialFact {
  const field = valueAt(document, `${pointer}/field`);
  if (field === 'feed') return readFeedChange(valueAt(document, `${pointer}/value`), told);
  return unknown(
    `A change that this desk does not know: ${typeof field === 'string' ? field.slice(0, 80) : 'nameless'}`,
  );
}

function idAt(document: Json | undefined, pointer: string): string | null {
  const read = FacebookId.safeParse(valueAt(document, pointer));
  return read.success ? read.data : null;
}
