import { z } from 'zod';

const words = z
  .string()
  .regex(/^[\x20-\x7e]*$/, 'An SMTP answer is one line of printable ASCII.')
  .max(400);
const permanent = z.number().int().min(500).max(599);
const temporary = z.number().int().min(400).max(499);
/** How many mails meet this behaviour before the mailbox is well again; forever when absent. */
const times = z.number().int().min(1).optional();

/** What a mailbox does to the mails it is sent. */
export const Behaviour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept') }),
  z.object({
    kind: z.literal('greylist'),
    attempts: z.number().int().min(0).default(1),
    seconds: z.number().min(0).default(0),
    words: words.default('4.7.1 Greylisted, please try again in a moment'),
    times,
  }),
  z.object({
    kind: z.literal('reject'),
    code: permanent.default(550),
    words: words.default('5.1.1 There is no such mailbox here'),
    at: z.enum(['recipient', 'data']).default('recipient'),
    times,
  }),
  z.object({
    kind: z.literal('defer-always'),
    code: temporary.default(450),
    words: words.default('4.2.1 This mailbox is busy, please try again later'),
    times,
  }),
  z.object({ kind: z.literal('hang'), times }),
  z.object({ kind: z.literal('drop-after-data'), times }),
  z.object({ kind: z.literal('tls-fail'), times }),
  z.object({ kind: z.literal('slow'), milliseconds: z.number().int().min(1).max(600_000).default(5000), times }),
  z.object({
    kind: z.literal('accept-then-bounce'),
    status: z
      .string()
      .regex(/^[45]\.\d{1,3}\.\d{1,3}$/, 'Use an enhanced status code like 5.2.2 (RFC 3463).')
      .default('5.2.2'),
    words: words.default('The mailbox is full'),
    times,
  }),
  z.object({
    kind: z.literal('auto-reply'),
    text: z.string().default('I am away until Monday and read mail then.'),
    times,
  }),
  z.object({
    kind: z.literal('loop'),
    text: z.string().default('Thank you for your message, it is important to us.'),
    limit: z.number().int().min(1).default(200),
    times,
  }),
]);
export type Behaviour = z.infer<typeof Behaviour>;
export type BehaviourInput = z.input<typeof Behaviour>;
export type BehaviourOf<Kind extends Behaviour['kind']> = Extract<Behaviour, { kind: Kind }>;

/** Each behaviour in the words of the page. */
export const behaviourWords: Record<Behaviour['kind'], { name: string; effect: string }> = {
  accept: { name: 'Works normally', effect: 'Mail is accepted and delivered.' },
  greylist: { name: 'Greylists', effect: 'The first attempt is put off (451), the next one is accepted.' },
  reject: { name: 'Rejects', effect: 'Every mail is refused for good (550).' },
  'defer-always': { name: 'Always busy', effect: 'Every attempt is put off (450).' },
  hang: { name: 'Hangs', effect: 'Takes the mail and never answers.' },
  'drop-after-data': { name: 'Loses the answer', effect: 'Keeps the mail, but drops the connection before saying so.' },
  'tls-fail': { name: 'Broken encryption', effect: 'A secure connection cannot be made.' },
  slow: { name: 'Slow', effect: 'Accepts after five seconds.' },
  'accept-then-bounce': {
    name: 'Accepts, then bounces',
    effect: 'Accepts the mail, then sends a bounce to its sender.',
  },
  'auto-reply': { name: 'Out of office', effect: 'Delivers, and answers with a polite absence note.' },
  loop: { name: 'Answers everything', effect: 'A rude robot that answers robots too, and does not say it is one.' },
};
