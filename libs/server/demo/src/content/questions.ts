import type { BrandKey } from './story.ts';

export interface DemoAnswer {
  /** The address of a customer who was signed in, or of an agent; a guest has only the name that he typed. */
  by: { customer: string } | { agent: string } | { guest: string };
  hoursLater: number;
  says: string;
  up?: number;
  down?: number;
  /** Whoever asked said that this solved it. */
  isBest?: boolean;
  /** Nobody here has read it yet. */
  waits?: boolean;
}

/** A question that somebody asked in public. */
export interface DemoQuestion {
  brand: BrandKey;
  /** The English name of the topic below which it stands. */
  topic: string;
  /** The address of the customer who asked. */
  asker: string;
  /** He was not signed in: it waits until somebody here has read it. */
  waits?: boolean;
  subject: string;
  says: string;
  hoursAgo: number;
  /** Who works on the case. */
  agent: string;
  answers: readonly DemoAnswer[];
}

export const QUESTIONS: readonly DemoQuestion[] = [
  {
    brand: 'larkspur',
    topic: 'Better coffee at home',
    asker: 'maya.okafor@brightmail.example',
    subject: 'How fine should I grind for a moka pot?',
    says: 'On setting 8 my moka pot sputters and the coffee tastes burnt. On 20 it is water. Where do you start?',
    hoursAgo: 26 * 24,
    agent: 'henrik@bureau.example',
    answers: [
      {
        by: { customer: 'felix.tran@inkpost.example' },
        hoursLater: 5,
        says: 'Start at 12, fill the lower part with hot water and take it off the heat when it begins to gurgle. That took the burnt taste away for me.',
        ...{ up: 14, down: 1, isBest: true },
      },
      {
        by: { agent: 'henrik@bureau.example' },
        hoursLater: 22,
        says: 'Felix is right. We start at 12 on the Wren 40, too. Do not press the coffee down: a moka pot wants it loose and level.',
        up: 6,
      },
    ],
  },
  {
    brand: 'larkspur',
    topic: 'Orders and delivery',
    asker: 'hannah.brookes@inkpost.example',
    subject: 'Do the beans come on bank holidays?',
    says: 'My subscription is due on the 26th. Will it come earlier, later, or not at all?',
    hoursAgo: 5 * 24,
    agent: 'lucie@bureau.example',
    answers: [
      {
        by: { agent: 'lucie@bureau.example' },
        hoursLater: 3,
        says: 'We roast on Tuesdays and Thursdays and send the same day, also before holidays. What is due on a holiday leaves the roasting day before, so yours comes earlier.',
        up: 9,
      },
      {
        by: { guest: 'Bea' },
        hoursLater: 118.5,
        says: 'Mine came two days early last year. Put it in the freezer if you are away!',
        waits: true,
      },
    ],
  },
  {
    brand: 'tideline',
    topic: 'Care and repair',
    asker: 'isla@northshorepaddlers.example',
    subject: 'Can I reproof a dry jacket at home?',
    says: 'Water no longer beads on the shoulders of my three-year-old Skerry jacket. Is there something better than sending it in?',
    hoursAgo: 17 * 24,
    agent: 'rhiannon@bureau.example',
    answers: [
      {
        by: { agent: 'rhiannon@bureau.example' },
        hoursLater: 4,
        says: 'Yes. Wash it without softener, spray it while it is damp, and tumble it on low for twenty minutes: the heat sets the proofing. The seams stay tight for years.',
        ...{ up: 11, isBest: true },
      },
      {
        by: { customer: 'callum@northshorepaddlers.example' },
        hoursLater: 30,
        says: 'No dryer? An iron on the lowest setting with a tea towel between works as well.',
        ...{ up: 5, down: 2 },
      },
    ],
  },
  {
    brand: 'tideline',
    topic: 'Orders, returns and warranty',
    asker: 'kwame.boateng@brightmail.example',
    waits: true,
    subject: 'Is a wetsuit that I tried on in the water still returnable?',
    says: 'I wore it once in the sea to see whether it fits, and it is too wide at the neck. The tags are off. Can I still exchange it?',
    hoursAgo: 0.7,
    agent: 'kasia@bureau.example',
    answers: [],
  },
];
