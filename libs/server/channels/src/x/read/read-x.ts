import type { SocialFact } from '@bureau/domain';
import { z } from 'zod';
import { pointersIn, valueAt, type Json } from '../../social/in/read/json-document.ts';
import { ignored, unknown, type FoundUnit, type Listener, type Reader } from '../../social/in/read/unit.ts';
import { readXMessage } from './read-x-message.ts';
import { readXPost } from './read-x-post.ts';
import { XId } from './x-shapes.ts';

/** Lists of the Account Activity API that are of no use to a help desk, in words. */
const OF_NO_USE: Record<string, string> = {
  favorite_events: 'Somebody likes a post.',
  follow_events: 'Somebody follows an account.',
  block_events: 'Somebody blocks an account.',
  mute_events: 'Somebody mutes an account.',
  direct_message_indicate_typing_events: 'Somebody is typing.',
  direct_message_mark_read_events: 'Somebody has read a message.',
};

const NOT_FOUND = /not.?found/iu;

const ENDED = z.union([
  z.object({ status: z.object({ id: XId }) }).transform(({ status }) => status.id),
  z.object({ delete: z.object({ status: z.object({ id: XId }) }) }).transform((gone) => gone.delete.status.id),
  z.object({ id: XId }).transform(({ id }) => id),
  z.object({ tweet_id: XId }).transform(({ tweet_id }) => tweet_id),
]);

/** Reads what X says: pages that were asked for, lines of the stream, and what it tells by itself. */
export const readX: Reader = {
  find(form, document) {
    switch (form) {
      case 'x-activity':
        return activityUnits(document);
      case 'x-stream':
        return [{ pointer: '', account: null }];
      case 'x-lookup':
        return [...pointersIn(document, '/data'), ...pointersIn(document, '/errors')].map(ofNobody);
      default:
        return pointersIn(document, '/data').map(ofNobody);
    }
  },

  read(form, document, { pointer, listener }) {
    switch (form) {
      case 'x-activity':
        return readActivity(document, pointer, listener);
      case 'x-direct-messages':
        return readXMessage(document, { pointer, root: '', listener });
      case 'x-stream':
        return readLine(document, listener);
      case 'x-lookup':
        if (pointer.startsWith('/errors')) return readAbsence(valueAt(document, pointer));
        return readXPost(document, { pointer, root: '', form, listener });
      default:
        return readXPost(document, { pointer, root: '', form, listener });
    }
  },
};

function ofNobody(pointer: string): FoundUnit {
  return { pointer, account: null };
}

/** An event of the Activity API is one unit, or several messages; the Account Activity API has a list of each kind. */
function activityUnits(document: Json | undefined): FoundUnit[] {
  const account = idAt(document, '/data/filter/user_id') ?? idAt(document, '/for_user_id');
  const found = pointersOfActivity(document).map((pointer) => ({ pointer, account }));
  return found.length > 0 ? found : [{ pointer: '', account }];
}

function pointersOfActivity(document: Json | undefined): string[] {
  if (valueAt(document, '/data') !== undefined) {
    const messages = pointersIn(document, '/data/payload/direct_message_events');
    return messages.length > 0 ? messages : [''];
  }
  if (document === null || typeof document !== 'object' || Array.isArray(document)) return [''];
  return Object.keys(document).flatMap((key) => {
    if (key.endsWith('_events')) return pointersIn(document, `/${key}`);
    return key === 'user_event' ? ['/user_event'] : [];
  });
}

function readActivity(document: Json | undefined, pointer: string, listener: Listener): SocialFact {
  if (pointer.startsWith('/data/payload/')) return readXMessage(document, { pointer, root: '/data/payload', listener });
  if (pointer !== '') return readListed(document, pointer, listener);
  const type = valueAt(document, '/data/event_type');
  if (typeof type !== 'string') return unknown('Something that X sent');
  const payload = '/data/payload';
  if (/revoke/u.test(type)) return { kind: 'access-revoked' };
  if (type === 'post.delete') return readEnd(valueAt(document, payload), type);
  if (/^post\.(?:create|(?:mention|reply|quote)\.create)$/u.test(type)) {
    const form =
      type === 'post.quote.create' ? 'x-quotes' : type === 'post.mention.create' ? 'x-mentions' : 'x-activity';
    return readXPost(document, { pointer: payload, root: '/data', form, listener });
  }
  if (/^dm\.(?:received|sent)$/u.test(type))
    return readXMessage(document, { pointer: payload, root: '/data', listener });
  if (type.startsWith('chat.')) return unknown('An encrypted message: only the app of X can show it');
  if (/^(?:like|follow|profile|dm\.(?:read|indicate))/u.test(type)) return ignored(`X tells of ${type}.`);
  return unknown(`An event of X that this desk does not know: ${type}`);
}

function readListed(document: Json | undefined, pointer: string, listener: Listener): SocialFact {
  const [, list = ''] = pointer.split('/');
  switch (list) {
    case 'tweet_create_events':
      return readXPost(document, { pointer, root: '', form: 'x-activity', listener });
    case 'tweet_delete_events':
      return readEnd(valueAt(document, pointer), list);
    case 'direct_message_events':
      return readXMessage(document, { pointer, root: '', listener });
    case 'user_event':
      return valueAt(document, `${pointer}/revoke`) === undefined
        ? unknown('An event of X')
        : { kind: 'access-revoked' };
    default: {
      const what = OF_NO_USE[list];
      return what === undefined ? unknown(`Events of X that this desk does not know: ${list}`) : ignored(what);
    }
  }
}

function readEnd(found: Json | undefined, type: string): SocialFact {
  const read = ENDED.safeParse(found);
  return read.success ? { kind: 'removed', externalId: read.data } : unknown(`An event of X without an id: ${type}`);
}

/** A line is a post, or says why the stream ends. */
function readLine(document: Json | undefined, listener: Listener): SocialFact {
  if (valueAt(document, '/data') === undefined && valueAt(document, '/errors') !== undefined) {
    return ignored('X ends the stream.');
  }
  return readXPost(document, { pointer: '/data', root: '', form: 'x-stream', listener });
}

/** What a look-up of known posts did not find was taken down by its writer, or by X. */
function readAbsence(found: Json | undefined): SocialFact {
  const id = idAt(found, '/resource_id') ?? idAt(found, '/value');
  const [title, type] = [valueAt(found, '/title'), valueAt(found, '/type')];
  const gone = [title, type].some((said) => typeof said === 'string' && NOT_FOUND.test(said));
  return gone && id !== null ? { kind: 'removed', externalId: id } : ignored('X does not show a post to us.');
}

function idAt(document: Json | undefined, pointer: string): string | null {
  const read = XId.safeParse(valueAt(document, pointer));
  return read.success ? read.data : null;
}
