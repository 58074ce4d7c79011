import type { Topic } from './classification.ts';

/** What agents say among themselves about a case: a remark, or a question to a colleague and the answer. */
export interface DemoNote {
  says: string;
  /** The colleague's answer; then the question names him as `{colleague}`. */
  answer?: string;
}

type Area = Topic extends `${infer First}::${string}` ? First : never;

/** By the first level of the topic. */
export const NOTES: Readonly<Record<Area, readonly DemoNote[]>> = {
  Order: [
    {
      says: 'Depot says the label was torn. They reprint it this afternoon; if nothing moves by six I send a new one.',
    },
    {
      says: '{colleague} do we still have two of these on the shelf for a replacement?',
      answer: 'Three. I have put one aside with the case number on it.',
    },
    { says: 'Second parcel to this street this month that goes missing. I told the carrier.' },
  ],
  Product: [
    {
      says: '{colleague} is this from the batch with the bad seals?',
      answer: 'Yes, everything that we sent in the first weeks of spring. Replace it, do not ask for the old one.',
    },
    { says: 'Looked the order up: second year of the warranty, so it is ours.' },
    { says: 'Looks like wear to me, not like a fault. I would mend it without a bill all the same.' },
  ],
  Advice: [
    { says: 'They know what they want, they only want to hear it from us. Short answer.' },
    {
      says: '{colleague} which of the two would you take yourself?',
      answer: 'The one in the middle of what they describe. If it is the wrong one, they send it back and we pay.',
    },
  ],
  Money: [
    {
      says: '{colleague} I see one payment only. Can you look into the card system?',
      answer: 'Two authorisations, one captured. The other one falls off within five days by itself.',
    },
    { says: 'Refund is on its way, the bank takes three days. Nothing left to do for us but to say so.' },
  ],
  Subscription: [
    { says: 'The next box was packed already. I took it off the table.' },
    { says: 'Was with us for three years. I add a bag to the last box.' },
  ],
  Wholesale: [
    {
      says: '{colleague} may I offer them the price of the next step?',
      answer: 'For the first three months, yes. Then we look at what they really order.',
    },
    { says: 'Rang them: they decide on Thursday, and want it in writing before.' },
  ],
};
