import type { Sandbox } from '@bureau/sandbox';
import type { Random } from './random.ts';
import { FICKLE, tokenOf, type Said } from './said.ts';

const PEOPLE = 24;
const CORRESPONDENTS = 8;
const FICKLE_ID = 'fickle';

type Act = 'post' | 'go-on' | 'join-in' | 'comment' | 'message' | 'edit' | 'native' | 'like' | 'fickle' | 'take-back';

const ACTS: readonly Act[] = [
  ...(['post', 'post', 'post', 'post', 'go-on', 'go-on', 'join-in', 'join-in', 'comment', 'comment'] as const),
  ...(['message', 'message', 'edit', 'edit', 'native', 'like', 'fickle', 'take-back'] as const),
];

/** A post of a visitor or a comment, beside what the desk has to show of it. */
interface Words extends Said {
  as: string;
  post: string;
  edited: boolean;
}

/** Everybody who says something to the company on Facebook. */
export class PeopleOnFacebook {
  readonly said: Said[] = [];
  private readonly words: Words[] = [];
  private readonly names: string[];
  private readonly news: string;

  constructor(
    private readonly facebook: Sandbox['facebook'],
    private readonly page: string,
    private readonly random: Random,
  ) {
    this.names = Array.from({ length: PEOPLE }, (_, n) => `person-${n}`);
    for (const id of this.names) facebook.authority.savePerson({ id, name: `Person ${id}` });
    facebook.authority.savePerson({ id: FICKLE_ID, name: `${FICKLE} Fran` });
    this.news = facebook.play.post({ as: 'page', page, message: 'A new roast is here.' }).id;
  }

  /** Somebody does something. */
  act(): void {
    this.perform(this.random.pick(ACTS));
  }

  private perform(act: Act): void {
    const as = this.random.pick(this.names);
    switch (act) {
      case 'post':
        return this.post(as);
      case 'comment':
        return this.comment(as, this.news);
      case 'fickle':
        return this.comment(FICKLE_ID, this.news);
      case 'go-on':
        return this.answer((post) => post.as);
      case 'join-in':
        return this.answer(() => as);
      case 'native':
        return this.answer(() => 'page');
      case 'message':
        return this.write(this.random.pick(this.names.slice(0, CORRESPONDENTS)));
      case 'edit':
        return this.edit();
      case 'like':
        return this.like(as);
      case 'take-back':
        return this.takeBack();
    }
  }

  private post(as: string): void {
    const token = this.nextToken();
    const { id, message } = this.facebook.play.post({ as, page: this.page, message: `The kettle leaks ${token}` });
    this.keep({ id, token, text: message, as, post: id });
  }

  private comment(as: string, post: string): void {
    const token = this.nextToken();
    const { id, message } = this.facebook.play.comment({ as, on: post, message: `So does mine ${token}` });
    this.keep({ id, token, text: message, as, post });
  }

  private answer(who: (post: Words) => string): void {
    const answered = this.recent(({ id, post, as }) => id === post && as !== 'page');
    if (!answered) return this.perform('post');
    this.comment(who(answered), answered.id);
  }

  private write(as: string): void {
    const token = this.nextToken();
    const { id, text } = this.facebook.play.message({ as, page: this.page, text: `In private: ${token}` });
    const psid = this.facebook.psid(this.page, as);
    const [writer, place] = [`messenger:${psid}`, `messenger:${psid}`];
    this.said.push({ network: 'facebook', id, token, text, writer, place, native: false, gone: false });
  }

  private edit(): void {
    const words = this.recent(({ edited, as }) => !edited && as !== 'page');
    if (!words) return this.perform('post');
    words.text = `${words.text} It got worse.`;
    words.edited = true;
    this.facebook.play.edit({ id: words.id, message: words.text });
  }

  private like(as: string): void {
    const words = this.recent(() => true);
    if (words) this.facebook.play.react({ as, id: words.id, type: 'like' });
  }

  private takeBack(): void {
    const words = this.words.find(({ as, gone }) => as === FICKLE_ID && !gone);
    if (!words) return this.perform('fickle');
    this.facebook.play.remove({ id: words.id });
    words.gone = true;
  }

  private recent(fits: (words: Words) => boolean): Words | undefined {
    const fitting = this.words.slice(-60).filter((words) => words.as !== FICKLE_ID && fits(words));
    return fitting.length === 0 ? undefined : this.random.pick(fitting);
  }

  private nextToken(): string {
    return tokenOf('facebook', this.said.length);
  }

  private keep({ as, post, ...given }: Pick<Words, 'id' | 'token' | 'text' | 'as' | 'post'>): void {
    const native = as === 'page';
    const feedId = native ? this.page : this.facebook.feedId(this.page, as);
    const [writer, place] = [`feed:${feedId}`, `${post}|${feedId}`];
    const where = { network: 'facebook' as const, as, post, writer, place, native };
    const words: Words = { ...given, ...where, gone: false, edited: false };
    this.words.push(words);
    this.said.push(words);
  }
}
