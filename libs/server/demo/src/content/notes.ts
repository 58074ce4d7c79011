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
      says: '{colleague} is this the pump with the bad batch from spring?',
      answer: 'Yes, serial numbers from 4400 to 4700. Replace it, do not ask for the old one.',
    },
    { says: 'Serial number checked: bought in the second year of the warranty, so it is ours.' },
    { says: 'The photo shows wear at the left seam only. Repair, no replacement.' },
  ],
  Advice: [
    { says: 'They measured themselves over a jumper. I ask for the numbers once more before we send anything.' },
    {
      says: '{colleague} you paddle: would you really take the longer one?',
      answer: 'For that boat and that height, yes. The short one only for surf.',
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
      says: '{colleague} may I offer the price of the 100 kilo step to them?',
      answer: 'For the first three months, yes. Then we look at what they really take.',
    },
    { says: 'Rang them: they decide on Thursday, and want samples of the two darker ones.' },
  ],
};
