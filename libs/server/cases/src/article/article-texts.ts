import { Injectable } from '@nestjs/common';
import type { Actor, Channel } from '@bureau/contracts';
import type { StoredFile } from '../message/inbound-message.ts';

/** Which article somebody wants to say, and to whom. */
export interface ArticleWanted {
  articleId: number;
  caseId: number;
  /** Instead of the language of the case or its customer. */
  language?: string | undefined;
  /** Whose reply it goes into: its pictures become uploads of this user, and the HTML names them as that of a reply does. */
  writerId?: number | undefined;
}

/** An article as a channel has it, its placeholders not yet filled. */
export interface ArticleText {
  subject: string;
  language: string;
  channel: Channel;
  /** Clean; null where the channel has no formatting. */
  html: string | null;
  text: string;
  /** The pictures of `html`, under the names that it gives them; none where they are uploads of a writer. */
  pictures: StoredFile[];
}

/** Renders an article; undefined: there is none that the actor may send to this case. */
export type ArticleReader = (actor: Actor, wanted: ArticleWanted) => Promise<ArticleText | undefined>;

/** What articles say about cases. Cases know no knowledge base: it declares itself. */
@Injectable()
export class ArticleTexts {
  private reader: ArticleReader | undefined;

  declare(reader: ArticleReader): void {
    this.reader = reader;
  }

  /** Undefined: there is no such article for this case. */
  async find(actor: Actor, wanted: ArticleWanted): Promise<ArticleText | undefined> {
    return this.reader?.(actor, wanted);
  }
}
