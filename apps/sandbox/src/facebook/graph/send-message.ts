import { z } from 'zod';
import { fromOf } from '../author.ts';
import { badParam, gone, GraphError, mayNot, outsideWindow } from '../graph-error.ts';
import { personByPsid, psidOf } from '../ids.ts';
import { pageWrites, windowOf } from '../messenger.ts';
import { mustTakePrivateReply } from '../private-reply.ts';
import type { Comment, Medium, Person, Post } from '../state.ts';
import { mustWrite } from './access.ts';
import { fetchMedia, mustFit } from './fetch-media.ts';
import type { Ask } from './node.ts';
import type { Upload } from './read-params.ts';

const LONGEST_TEXT = 2000;
const LONGEST_METADATA = 1000;
const OLD_TAGS = ['CONFIRMED_EVENT_UPDATE', 'POST_PURCHASE_UPDATE', 'ACCOUNT_UPDATE'];

const Attachment = z.object({
  type: z.enum(['image', 'video', 'audio', 'file']),
  payload: z
    .object({ url: z.string(), attachment_id: z.string(), is_reusable: z.union([z.boolean(), z.string()]) })
    .partial()
    .default({}),
});

const Message = z.object({
  text: z.string().optional(),
  attachment: Attachment.optional(),
  metadata: z.string().optional(),
  quick_replies: z.array(z.unknown()).optional(),
});

const Recipient = z.union([
  z.object({ id: z.string() }),
  z.object({ comment_id: z.string() }),
  z.object({ post_id: z.string() }),
]);

/** `POST /{page}/messages`: a message, or the one private answer to a comment or a visitor's post. */
export async function sendMessage(ask: Ask, id: string, upload: Upload | undefined) {
  const caller = mustWrite(ask, id === 'me' && ask.caller.kind === 'page' ? ask.caller.page : id, {
    permission: 'pages_messaging',
    task: 'MESSAGING',
  });
  const { page } = caller;
  const recipient = parse('recipient', Recipient, ask.params.recipient);
  const answered =
    'id' in recipient
      ? undefined
      : mustTakePrivateReply(ask.world, page, 'comment_id' in recipient ? recipient.comment_id : recipient.post_id);
  const person = 'id' in recipient ? personByPsid(ask.world.state, page, recipient.id) : authorOf(ask, answered);
  if (!person) throw badParam('No matching user found', 2018001);
  const recipient_id = psidOf(page, person.id);
  if (ask.params.sender_action) return act(ask, page, recipient_id);

  const message = parse('message', Message, ask.params.message);
  checkWords(message);
  mayReach(ask, { page, person, answered });
  const medium = message.attachment && (await mediumOf(ask, { page, upload, attachment: message.attachment }));
  noteTwice(ask, message.metadata);
  const sent = pageWrites(ask.world, {
    page,
    person: person.id,
    text: message.text ?? '',
    media: medium ? [medium.id] : [],
    replyTo: replyTo(ask),
    appId: ask.world.state.app.id,
    metadata: message.metadata,
    tag: ask.params.tag,
  });
  if (answered) answered.privateReply = sent.id;
  return { recipient_id, message_id: sent.id, ...(medium && { attachment_id: medium.id }) };
}

/** Typing and seen: the person notices, nothing else happens. */
function act(ask: Ask, page: string, recipient_id: string) {
  const actions = ['typing_on', 'typing_off', 'mark_seen'];
  if (!actions.includes(ask.params.sender_action ?? ''))
    throw badParam(`Param sender_action must be one of {${actions.join(', ').toUpperCase()}}`);
  const conversation = ask.world.state.conversations[`t_${recipient_id}`];
  if (ask.params.sender_action === 'mark_seen' && conversation?.page === page) conversation.unread = 0;
  return { recipient_id };
}

function checkWords({ text, attachment, metadata }: z.infer<typeof Message>): void {
  if (text !== undefined && attachment) throw badParam('Message cannot have both text and attachment', 2018034);
  if (!attachment && (text ?? '').trim() === '')
    throw badParam('Param message must be non-empty: it needs text or an attachment', 2018034);
  if ((text?.length ?? 0) > LONGEST_TEXT)
    throw badParam(`Length of param message[text] must be less than or equal to ${LONGEST_TEXT}`);
  if ((metadata?.length ?? 0) > LONGEST_METADATA)
    throw badParam(`Length of param message[metadata] must be less than or equal to ${LONGEST_METADATA}`);
}

type Reach = { page: string; person: Person; answered: Post | Comment | undefined };

/** The windows of Messenger: 24 hours after the person wrote, 7 days with HUMAN_AGENT; a private reply has its own. */
function mayReach(ask: Ask, { page, person, answered }: Reach): void {
  const { app, conversations } = ask.world.state;
  const conversation = conversations[`t_${psidOf(page, person.id)}`];
  if (conversation?.standby) {
    throw new GraphError({
      code: 10,
      subcode: 2018300,
      message: '(#10) Message failed to send because another app is controlling this thread now.',
    });
  }
  if (person.unavailable || person.gone) {
    throw new GraphError({ code: 551, subcode: 1545041, message: "(#551) This person isn't available right now." });
  }
  const { messaging_type: type, tag } = ask.params;
  if (answered) return;
  if (!conversation || conversation.personWroteAt === 0) throw outsideWindow();
  if (type !== undefined && !['RESPONSE', 'UPDATE', 'MESSAGE_TAG'].includes(type)) {
    throw badParam('Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}');
  }
  const window = windowOf(ask.world, conversation);
  if (type !== 'MESSAGE_TAG') {
    if (window !== 'open') throw outsideWindow();
    return;
  }
  if (OLD_TAGS.includes(tag ?? ''))
    throw badParam(`The message tag ${tag} is deprecated. Use a utility message instead.`, 2018277);
  if (tag !== 'HUMAN_AGENT') throw badParam('Param tag must be one of {HUMAN_AGENT}');
  if (!app.humanAgent) throw mayNot('This app does not have the Human Agent feature.');
  if (window === 'closed') throw outsideWindow();
}

function authorOf(ask: Ask, said: Post | Comment | undefined): Person | undefined {
  if (!said || !fromOf(ask.world, said.page, said.author)) return undefined;
  return ask.world.state.people[said.author.id];
}

type Attaching = { page: string; upload: Upload | undefined; attachment: z.infer<typeof Attachment> };

async function mediumOf(ask: Ask, { page, upload, attachment: { type, payload } }: Attaching): Promise<Medium> {
  const medium = await foundMedium(ask, { page, upload, payload });
  if (type !== 'file' && medium.type !== type) {
    throw badParam(
      'Upload attachment failure. A common way to trigger this error is that the provided media type does not match type of file provided in the URL',
      2018047,
    );
  }
  return medium;
}

async function foundMedium(
  ask: Ask,
  {
    page,
    upload,
    payload,
  }: { page: string; upload: Upload | undefined; payload: { url?: string; attachment_id?: string } },
): Promise<Medium> {
  if (payload.attachment_id !== undefined) {
    const known = ask.world.media.find(payload.attachment_id);
    if (known?.page !== page) throw badParam('Cannot find the attachment with this attachment_id', 2018074);
    return known;
  }
  if (payload.url !== undefined) return fetchMedia(ask.world, { url: payload.url, page });
  if (!upload) throw badParam('Attachment must have a url, an attachment_id or the file itself', 2018005);
  mustFit(upload.bytes);
  return ask.world.media.keep({ ...upload, page });
}

/** `POST /{page}/message_attachments`: upload once, send often. */
export async function uploadAttachment(ask: Ask, id: string, upload: Upload | undefined) {
  const { page } = mustWrite(ask, id === 'me' && ask.caller.kind === 'page' ? ask.caller.page : id, {
    permission: 'pages_messaging',
    task: 'MESSAGING',
  });
  const { attachment } = parse('message', Message, ask.params.message);
  if (!attachment) throw badParam('Param message[attachment] is required');
  const medium = await mediumOf(ask, { page, upload, attachment });
  ask.world.save();
  return { attachment_id: medium.id };
}

function replyTo(ask: Ask): string | undefined {
  if (!ask.params.reply_to) return undefined;
  const { mid } = parse('reply_to', z.object({ mid: z.string() }), ask.params.reply_to);
  if (!ask.world.state.messages[mid]) throw gone(mid, 'post');
  return mid;
}

/** The same metadata twice is the same answer sent twice. */
function noteTwice(ask: Ask, metadata: string | undefined): void {
  if (metadata === undefined) return;
  const before = Object.values(ask.world.state.messages).some((one) => one.metadata === metadata);
  if (before) ask.violations.note('said-twice', `A message with the metadata “${metadata}” was sent twice.`);
}

function parse<Schema extends z.ZodType>(name: string, schema: Schema, text: string | undefined): z.output<Schema> {
  if (!text) throw badParam(`The parameter ${name} is required`);
  const parsed = schema.safeParse(jsonFrom(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badParam(
    `Param ${name}${(issue?.path ?? []).map((one) => `[${String(one)}]`).join('')} is not valid: ${issue?.message ?? ''}`,
  );
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
