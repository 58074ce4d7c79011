import { words } from '../../language/words.ts';
import type { DeliveryTab } from './delivery-tabs.ts';

const states: Record<DeliveryTab, string> = {
  failed: 'Failed',
  bounced: 'Bounced',
  unknown: 'Unknown',
  pending: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  cancelled: 'Taken back',
  all: 'All',
};
const empty: Record<DeliveryTab, string> = {
  failed: 'Nothing failed.',
  bounced: 'Nothing bounced.',
  unknown: 'Of everything that left, the desk knows what became of it.',
  pending: 'Nothing waits to be sent.',
  sending: 'Nothing is being sent at this moment.',
  sent: 'Nothing was sent yet. Answers to customers will appear here.',
  cancelled: 'Nobody took a message back.',
  all: 'Nothing has left the desk yet. Answers to customers will appear here.',
};

/** What the deliveries page says. */
export const deliveriesWords = words('deliveries', {
  title: 'Deliveries',
  lead: 'Everything that leaves the desk, and how it fares. What failed waits for a person; everything else looks after itself.',
  tabs: 'Deliveries by state',
  states,
  empty,
  mailbox: 'Mailbox',
  everyMailbox: 'Every mailbox',
  failed: 'The deliveries could not be loaded.',
  safe: 'Messages keep leaving.',
  noSubject: '(no subject)',
  who: ({ author, from, to }: { author: string; from: string; to: string }) => `${author}, from ${from} to ${to}`,
  nextAttempt: (attempts: number) => (attempts === 1 ? 'Tried once; next' : `Tried ${attempts} times; next`),
  unknownMeans:
    'The connection ended without an answer: it may or may not have arrived. Ask the customer before you send it again.',
  replaced: 'Sent anew',
  retry: 'Send again',
  retryMany: (count: string) => `Send these ${count} again`,
  retryManyHelp: 'Do this once what was wrong is mended.',
  retrying: 'Sending again',
  of: (done: string, total: string) => `${done} of ${total}`,
  retried: 'It is sent again.',
  retriedMany: (count: string) => `${count} messages are sent again.`,
  retriedSome: (count: string, refused: string) => `${count} messages are sent again, ${refused} could not be.`,
  arrived: 'It arrived',
  notArrived: 'It did not arrive',
  settled: 'Noted.',
  notDone: 'That did not work.',
  openCase: (id: number) => `Case #${id}`,
  more: 'Show older deliveries',
});
