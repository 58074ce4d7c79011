import { BODY_CHANNELS, type BodyChannel, type OwnBodies } from '@bureau/contracts';
import { z } from 'zod';
import { Anything, Flag } from '../resource/body.ts';
import { links, linkTo } from '../resource/links.ts';

const text = {
  subject: Anything,
  body: Anything,
  body_email: Anything,
  body_email_auto: Flag,
  body_chat: Anything,
  body_chat_auto: Flag,
  body_web_callback: Anything,
  body_web_callback_auto: Flag,
  body_twitter: Anything,
  body_twitter_auto: Flag,
  body_qna: Anything,
  body_qna_auto: Flag,
  body_phone: Anything,
  body_phone_auto: Flag,
  body_facebook: Anything,
  body_facebook_auto: Flag,
  keywords: Anything,
  publish_at: Anything,
};

const settings = {
  quickcode: Anything,
  in_support_center: Flag,
  internal_notes: Anything,
  labels: Anything,
  position: z.int().min(1).max(1_000_000).nullish(),
  _links: links({ topic: linkTo('topics') }),
};

export const NewArticle = z.object({ ...settings, ...text, locale: z.string().nullish() });
export type NewArticle = z.output<typeof NewArticle>;

export const ChangedArticle = z.object({ ...settings, ...text });
export type ChangedArticle = z.output<typeof ChangedArticle>;

export const NewArticleText = z.object({ ...text, outdated: Flag, locale: z.string() });
export type NewArticleText = z.output<typeof NewArticleText>;

export const ChangedArticleText = z.object({ ...text, outdated: Flag });
export type ChangedArticleText = z.output<typeof ChangedArticleText>;

type Text = z.output<z.ZodObject<typeof text>>;

/** What the verbs call the fields → what clients call them. */
export const ARTICLE_NAMES: Record<string, string> = {
  topicId: '_links.topic',
  html: 'body',
  language: 'locale',
  publishAt: 'publish_at',
  internal: 'in_support_center',
  internalNotes: 'internal_notes',
  'bodies.email': 'body_email',
  'bodies.chat': 'body_chat',
  'bodies.callback': 'body_web_callback',
  'bodies.twitter': 'body_twitter',
  'bodies.qna': 'body_qna',
  'bodies.phone': 'body_phone',
  'bodies.facebook': 'body_facebook',
};

const MEMBERS: Record<BodyChannel, [body: keyof Text, auto: keyof Text]> = {
  email: ['body_email', 'body_email_auto'],
  chat: ['body_chat', 'body_chat_auto'],
  callback: ['body_web_callback', 'body_web_callback_auto'],
  twitter: ['body_twitter', 'body_twitter_auto'],
  qna: ['body_qna', 'body_qna_auto'],
  phone: ['body_phone', 'body_phone_auto'],
  facebook: ['body_facebook', 'body_facebook_auto'],
};

/**
 * The bodies that are not to follow from the article: those that were sent without `_auto`, or with a false one, over those
 * that there are. As they came: the verb's schema looks at them.
 */
export function bodiesIn(sent: Text, before: OwnBodies): Record<string, unknown> {
  const own = BODY_CHANNELS.flatMap((channel): [string, unknown][] => {
    const [body, auto] = MEMBERS[channel];
    const said = sent[body] ?? before[channel];
    return sent[auto] === true || said === undefined || said === '' ? [] : [[channel, said]];
  });
  return Object.fromEntries(own);
}

/** As Desk.com had them, divided by commas; or a list. */
export function keywordsIn({ keywords }: Text): unknown {
  if (keywords === null) return [];
  if (typeof keywords !== 'string') return keywords;
  return keywords.split(',').flatMap((word) => word.trim() || []);
}
