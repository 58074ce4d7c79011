import { customer, type Fate, type Story } from '../story.ts';

const larkspur = { brand: 'larkspur', language: 'en' } as const;
const tideline = { brand: 'tideline', language: 'en' } as const;

/** A story that happens once, to one customer, at one time. */
export interface Aside {
  story: Story & { fate: Fate };
  /** The customer's address. */
  who: string;
  hoursAgo: number;
}

/** What does not become an ordinary conversation: advertising, accidents, and mails that are not what they should be. */
export const ASIDES: readonly Aside[] = [
  spam('hello@rankrocket.example', 'Your website on page one', 5, {
    says: 'I looked at your website and found 17 mistakes that cost you visitors every day. For a small monthly fee my team brings you to the first page. When can we talk?',
  }),
  spam('offers@cheap-pallets.example', 'Pallets, pallets, pallets', 31, {
    says: 'We sell pallets in every size, new and used, with delivery in 48 hours. Ask for this week’s list.',
  }),
  spam('hello@rankrocket.example', 'Re: Your website on page one', 74, {
    says: 'You did not answer yet, so I come back to you. Only two places are left for this month.',
  }),
  spam('winner@lottery-desk.example', 'You are selected', 219, {
    says: 'Your address was drawn. To claim the amount send us your full name, your bank and a copy of your passport.',
  }),
  {
    who: 'jude@lantern-studio.example',
    hoursAgo: 27,
    story: {
      ...larkspur,
      fate: 'trash',
      subjects: ['asdf'],
      topic: 'Advice::Choice',
      lines: [customer('sorry, this was my daughter and my phone.')],
    },
  },
  {
    who: 'theo.papadakis@sundial.example',
    hoursAgo: 53,
    story: {
      ...tideline,
      fate: 'trash',
      subjects: ['Shopping list'],
      topic: 'Advice::Choice',
      lines: [customer('bread\nolives\nbatteries\nsomething for Nikos')],
    },
  },
  {
    who: 'maya.okafor@brightmail.example',
    hoursAgo: 6,
    story: {
      ...larkspur,
      fate: 'twice',
      subjects: ['Grinder arrived without its hopper'],
      topic: 'Order::Incomplete',
      labels: ['delivery', 'spare-part'],
      lines: [
        customer('the Wren 40 came today, but the hopper is missing. The box was closed and the tape was yours.'),
      ],
    },
  },
  {
    who: 'maya.okafor@brightmail.example',
    hoursAgo: 4,
    story: {
      ...larkspur,
      fate: 'twice',
      subjects: ['Hopper missing, once more with the order number'],
      topic: 'Order::Incomplete',
      lines: [
        customer(
          'I forgot the order number in my mail of this morning: it is {order}. It is about the missing hopper.',
        ),
      ],
    },
  },
  {
    who: 'callum@northshorepaddlers.example',
    hoursAgo: 9,
    story: {
      ...tideline,
      fate: 'two-questions',
      subjects: ['Footrest of the Eider 14'],
      topic: 'Product::Care',
      labels: ['spare-part'],
      lines: [
        customer(
          'the left footrest of our Eider 14 slips under load. Is there a kit, or does the boat have to come to you?',
        ),
        customer(
          'while I have you: the club wants twelve buoyancy aids for juniors before the season. What would those cost us together?',
        ),
      ],
    },
  },
];

/** The subject of the second question, once it is a case of its own. */
export const SECOND_QUESTION = 'Twelve buoyancy aids for juniors';

function spam(who: string, subject: string, hoursAgo: number, { says }: { says: string }): Aside {
  const brand = hoursAgo % 2 === 0 ? tideline : larkspur;
  return {
    who,
    hoursAgo,
    story: { ...brand, fate: 'spam', subjects: [subject], topic: 'Advice::Choice', lines: [customer(says)] },
  };
}
