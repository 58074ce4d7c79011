import type { Sandbox } from '@bureau/sandbox';
import type { Random } from './random.ts';
import { FICKLE, tokenOf, type Said } from './said.ts';

export const BRAND = 'larkspurcoffee';

const PEOPLE = 24;
/** X lets an account send 15 private messages in a quarter of an hour: so many conversations can be answered in a run. */
const CORRESPONDENTS = 6;

type Act = 'mention' | 'go-on' | 'join-in' | 'quote' | 'message' | 'edit' | 'native' | 'fickle';

const ACTS: readonly Act[] = [
  ...(['mention', 'mention', 'mention', 'mention', 'go-on', 'go-on', 'join-in', 'join-in'] as const),
  ...(['quote', 'message', 'message', 'edit', 'edit', 'native', 'fickle'] as const),
];

/** What a post of the run is, beside what the desk has to show of it. */
interface Post extends Said {
  conversation: string;
  as: string;
  /** What the latest edition is called. */
  edition: string;
}

/** Everybody who says something to the company on X. */
export class PeopleOnX {
  readonly said: Said[] = [];
  private readonly posts: Post[] = [];
  private readonly names: string[];
  private readonly news: string;

  constructor(
    private readonly x: Sandbox['x'],
    private readonly random: Random,
  ) {
    this.names = Array.from({ length: PEOPLE }, (_, n) => `person${n}`);
    for (const username of this.names) x.act({ kind: 'join', username, name: `Person ${username}` });
    x.act({ kind: 'join', username: 'fickle', name: `${FICKLE} Fran` });
    this.news = x.act({ kind: 'post', as: BRAND, text: 'A new roast is here.' }).post?.id ?? '';
  }

  /** Somebody does something. */
  act(): void {
    this.perform(this.random.pick(ACTS));
  }

  /** Those who take back what they said do so now, the last few of it. */
  takeBack(): void {
    for (const post of this.posts.filter(({ as }) => as === 'fickle').slice(-5)) {
      this.x.act({ kind: 'delete', post: post.edition });
      post.gone = true;
    }
  }

  private perform(act: Act): void {
    const as = this.random.pick(this.names);
    switch (act) {
      case 'mention':
        return this.post(as, (text) => this.x.act({ kind: 'post', as, text: `@${BRAND} ${text}` }));
      case 'fickle':
        return this.post('fickle', (text) => this.x.act({ kind: 'post', as: 'fickle', text: `@${BRAND} ${text}` }));
      case 'quote':
        return this.post(as, (text) => this.x.act({ kind: 'quote', as, of: this.news, text }));
      case 'go-on':
        return this.answer((post) => post.as);
      case 'join-in':
        return this.answer(() => as);
      case 'message':
        return this.write(this.random.pick(this.names.slice(0, CORRESPONDENTS)));
      case 'edit':
        return this.edit();
      case 'native':
        return this.answer(() => BRAND);
    }
  }

  private post(as: string, say: (text: string) => ReturnType<Sandbox['x']['act']>): void {
    const token = tokenOf('x', this.said.length);
    const { post } = say(`My grinder squeaks ${token}`);
    if (!post) return;
    const conversation = post.conversationId;
    const [writer, place] = [`x:${post.authorId}`, `${conversation}|${post.authorId}`];
    const said = { network: 'x' as const, id: post.id, token, text: post.text, writer, place };
    this.keep({ ...said, native: as === BRAND, gone: false, conversation, as, edition: post.id });
  }

  /** Half of those who answer write the company's name by hand: of the others X tells nothing by itself. */
  private answer(who: (post: Post) => string): void {
    const answered = this.recent(({ native, text }) => !native && text.includes(`@${BRAND}`));
    if (!answered) return this.perform('mention');
    const as = who(answered);
    const byHand = as !== BRAND && this.random.chance(0.5) ? `@${BRAND} ` : '';
    this.post(as, (text) => this.x.act({ kind: 'reply', as, to: answered.edition, text: byHand + text }));
  }

  private write(as: string): void {
    const token = tokenOf('x', this.said.length);
    const { message } = this.x.act({ kind: 'message', as, to: BRAND, text: `In private: ${token}` });
    if (!message) return;
    const { id, text, senderId, conversationId } = message;
    const writer = `x:${senderId}`;
    this.said.push({ network: 'x', id, token, text, writer, place: conversationId, native: false, gone: false });
  }

  private edit(): void {
    const post = this.recent(({ native, edition, id }) => !native && edition === id);
    if (!post) return this.perform('mention');
    post.text = `${post.text} It got worse.`;
    post.edition = this.x.act({ kind: 'edit', post: post.id, text: post.text }).post?.id ?? '';
  }

  /** Of the last few: people do not go back far. */
  private recent(fits: (post: Post) => boolean): Post | undefined {
    const fitting = this.posts.slice(-60).filter((post) => post.as !== 'fickle' && fits(post));
    return fitting.length === 0 ? undefined : this.random.pick(fitting);
  }

  private keep(post: Post): void {
    this.posts.push(post);
    this.said.push(post);
  }
}
