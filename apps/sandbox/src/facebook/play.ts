import type { z } from 'zod';
import { Problem } from '../web/problem.ts';
import { announceInConversation } from './announce-message.ts';
import { byPage, byPerson, findSaid, seconds } from './author.ts';
import { comment, edit, hide, mustSaySomething, publish, react, remove } from './feed.ts';
import { GraphError } from './graph-error.ts';
import { feedIdOf, nextNumber } from './ids.ts';
import {
  conversationOf,
  editMessage,
  handOver,
  pageWrites,
  personReads,
  personWrites,
  reactToMessage,
  unsendMessage,
} from './messenger.ts';
import * as Input from './play-input.ts';
import type { Author, Conversation } from './state.ts';
import type { World } from './world.ts';

/** What people do on Facebook, and the page's owner in Facebook's own app. Never what the desk does. */
export class Play {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  post(given: Input.WritePost) {
    const { as, page, message, link, attachments } = Input.WritePost.parse(given);
    this.#page(page);
    const media = this.#keep(attachments);
    return this.#allowed(() => {
      if (!link) mustSaySomething({ message, media });
      return publish(this.#world, { author: this.#author(as, page), page, message, link, media });
    });
  }

  comment(given: Input.WriteComment) {
    const { as, on, message, attachments } = Input.WriteComment.parse(given);
    const media = this.#keep(attachments);
    return this.#allowed(() => {
      mustSaySomething({ message, media });
      const page = findSaid(this.#world, on)?.page ?? '';
      return comment(this.#world, { author: this.#author(as, page), on, message, media });
    });
  }

  /** A message to a page, or the page's answer in its own inbox. */
  message(given: Input.WriteMessage) {
    const { as, page, person, text, sticker, replyTo, attachments } = Input.WriteMessage.parse(given);
    this.#page(page);
    if (text.trim() === '' && attachments.length === 0 && sticker === undefined)
      throw invalid('text', 'Write something, or attach something.');
    const words = { page, text, stickerId: sticker, replyTo, media: this.#keep(attachments) };
    if (as === 'page') return pageWrites(this.#world, { ...words, person: this.#person(person ?? '') });
    return personWrites(this.#world, { ...words, person: this.#person(as) });
  }

  /** New words for a post, a comment or a message. */
  edit(given: z.input<typeof Input.Edit>) {
    const { id, message } = Input.Edit.parse(given);
    return this.#allowed(() =>
      this.#isMessage(id) ? editMessage(this.#world, id, message) : edit(this.#world, id, message),
    );
  }

  remove(given: z.input<typeof Input.Remove>): void {
    const { id } = Input.Remove.parse(given);
    this.#allowed(() => (this.#isMessage(id) ? unsendMessage(this.#world, id) : remove(this.#world, id)));
  }

  hide(given: z.input<typeof Input.Hide>): void {
    const { id, hidden } = Input.Hide.parse(given);
    this.#allowed(() => hide(this.#world, id, hidden));
  }

  react(given: z.input<typeof Input.React>): void {
    const { as, id, type } = Input.React.parse(given);
    const conversation = this.#world.state.conversations[this.#world.state.messages[id]?.conversation ?? ''];
    const author = this.#author(as, conversation?.page ?? findSaid(this.#world, id)?.page ?? '');
    this.#allowed(() => (conversation ? reactToMessage : react)(this.#world, id, { author, type }));
  }

  read(given: z.input<typeof Input.InConversation>): void {
    personReads(this.#world, this.#conversation(Input.InConversation.parse(given)));
  }

  postback(given: z.input<typeof Input.Postback>): void {
    const { title, payload, ...where } = Input.Postback.parse(given);
    const conversation = this.#conversation(where);
    conversation.personWroteAt = this.#world.now();
    const postback = { mid: `m_postback-${nextNumber(this.#world.state)}`, title, payload };
    announceInConversation(this.#world, conversation, { field: 'messaging_postbacks', postback });
    this.#world.save();
  }

  referral(given: z.input<typeof Input.Referral>): void {
    const { ref, ...where } = Input.Referral.parse(given);
    const referral = { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' };
    announceInConversation(this.#world, this.#conversation(where), { field: 'messaging_referrals', referral });
  }

  handOver(given: z.input<typeof Input.HandOver>): void {
    const { standby, otherApp, ...where } = Input.HandOver.parse(given);
    handOver(this.#world, this.#conversation(where), { standby, otherApp });
  }

  mention(given: z.input<typeof Input.Mention>): void {
    const { person, page, message } = Input.Mention.parse(given);
    const who = this.#world.state.people[this.#person(person)];
    const sender_id = feedIdOf(this.#page(page), person);
    const at = this.#world.now();
    const value = {
      ...(message !== '' && { message }),
      post_id: `${sender_id}_${nextNumber(this.#world.state)}`,
      sender_name: who?.name,
      sender_id,
      created_time: seconds(at),
      item: 'post',
      verb: 'add',
    };
    this.#world.emit({ page, field: 'mention', person, at, value });
  }

  #isMessage(id: string): boolean {
    return this.#world.state.messages[id] !== undefined;
  }

  #author(as: string, page: string): Author {
    return as === 'page' ? byPage(this.#page(page)) : byPerson(this.#person(as));
  }

  #conversation({ page, person }: { page: string; person: string }): Conversation {
    return conversationOf(this.#world, this.#page(page), this.#person(person));
  }

  #person(id: string): string {
    if (this.#world.state.people[id]) return id;
    throw invalid('person', `Nobody on Facebook has the id “${id}”.`);
  }

  #page(id: string): string {
    if (this.#world.state.pages[id]) return id;
    throw invalid('page', `There is no page “${id}”.`);
  }

  #keep(attachments: z.output<typeof Input.WritePost>['attachments']): string[] {
    return attachments.map(({ fileName, contentType, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      return this.#world.media.keep({ bytes, contentType, fileName }).id;
    });
  }

  /** Refusals of the service become refusals of the control plane. */
  #allowed<Done>(act: () => Done): Done {
    try {
      return act();
    } catch (error) {
      if (error instanceof GraphError) throw new Problem({ status: 409, code: 'refused', message: error.message });
      throw error;
    }
  }
}

function invalid(path: string, message: string): Problem {
  return new Problem({ status: 422, code: 'invalid', message, errors: [{ path, message }] });
}
