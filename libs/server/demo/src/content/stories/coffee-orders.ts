import { agent, customer, withFiles, type Story } from '../story.ts';

const larkspur = { brand: 'larkspur', language: 'en' } as const;
const COFFEES = ['Harbour Blend', 'Kiambu AA', 'Slow Sunday', 'Sidama Natural', 'Night Ferry decaf', 'Huila Washed'];

/** Beans that are ordered, late, wrong, stale or loved. */
export const coffeeOrders: readonly Story[] = [
  {
    ...larkspur,
    subjects: ['Where is order {order}?', 'Order {order} has not arrived', 'Still no parcel: {order}'],
    topic: 'Order::Late',
    labels: ['delivery'],
    facts: { item: COFFEES, place: ['in Leeds', 'at the depot', 'at the airport hub', 'in the sorting centre'] },
    lines: [
      customer(
        'I ordered two bags of {item} on {day} (order {order}) and the tracking page has not moved since. It just says “handed to carrier”. Could you check whether it is lost?',
        'My order {order} should have been here two days ago. The last entry in the tracking is from {day}. We are out of coffee in this house and morale is low.',
      ),
      agent(
        'I have just called the carrier: your parcel is stuck {place} because the label is damaged. They are relabelling it today and promise delivery tomorrow. If it is not with you by the evening, write me one line and I send a fresh one the same day.',
        'Thank you for the order number. The carrier has it {place} and cannot read the label any more. I asked them to print a new one; you should see movement tonight.',
      ),
      customer(
        'It came this morning, box a little tired, beans fine. Thank you for the quick call.',
        'Arrived! Thanks for chasing it.',
      ),
      agent('Wonderful. I have added a small bag of something new to your next order for the wait.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Wrong beans in my parcel', 'Received someone else’s coffee', 'Order {order}: not what I ordered'],
    topic: 'Order::Wrong item',
    labels: ['delivery'],
    facts: { item: COFFEES, other: ['Low Tide espresso', 'Cedar Street filter', 'a bag of ground coffee'] },
    lines: [
      withFiles(
        customer(
          'The parcel for {order} came today, but instead of {item} there is {other} in it. The delivery note is the right one. Photo attached.',
          'You sent me {other}. I ordered {item}, whole beans. I am sure it is lovely, but I cannot drink it: I only have an AeroPress. Photo of the bag attached.',
        ),
        'beans',
      ),
      agent(
        'That was our mistake at the packing table: two parcels swapped labels. The right {item} leaves today by express. Please keep the other bag, or give it to a neighbour who deserves it.',
      ),
      customer('The neighbour says thanks. The right one arrived.', 'Great service, it is here already.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Roast date', 'How fresh is {item}?', 'Beans roasted five weeks ago'],
    topic: 'Product::Fault',
    labels: ['refund'],
    facts: { item: COFFEES, date: ['three weeks', 'five weeks', 'a month'] },
    lines: [
      customer(
        'The bag of {item} I got on {day} was roasted {date} ago according to the stamp. Your site says that you ship within four days of roasting. Is the stamp wrong, or the beans?',
      ),
      agent(
        'You are right to ask. That bag came from our shelf for shops, not from the roastery, and it should never have gone to you. Would you rather have a refund or a new bag from Thursday’s roast?',
      ),
      customer(
        'A new bag from Thursday sounds good, please.',
        'The refund, please. I will order again when I am back from holiday.',
      ),
      agent(
        'Done. You will find the confirmation in a separate mail. And thank you for reading stamps: we have moved that shelf.',
      ),
    ],
  },
  {
    ...larkspur,
    subjects: ['Change delivery address for {order}', 'New address please', 'Order {order} is going to my old flat'],
    topic: 'Order::Change',
    labels: ['delivery'],
    facts: {
      street: ['14 Mill Lane', '3 Orchard Terrace', '27 Canal View', '8 Station Yard'],
      city: ['Bristol', 'Sheffield', 'Cork', 'Dundee'],
    },
    lines: [
      customer(
        'I moved last week and forgot to tell you. Can you still change the address of {order} to {street}, {city}?',
        'I have just seen that {order} is on its way to my old flat. The new address is {street}, {city}. Is there anything to be done?',
      ),
      agent('It had not left yet. I changed the address to {street}, {city}, on the order and in your account.'),
      customer('Perfect, thank you!'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Which coffee for a moka pot?', 'Advice: something less sour', 'What would you recommend?'],
    topic: 'Advice::Choice',
    labels: ['advice'],
    facts: { item: COFFEES, brewer: ['a moka pot', 'a French press', 'a small filter machine', 'cold brew'] },
    lines: [
      customer(
        'I brew with {brewer} and find most of your light roasts too sharp for me. I like chocolate and nuts, no fruit. What should I try?',
        'A friend gave me {item} and it was lovely at her place, but from {brewer} at home it tastes sour. Wrong coffee or wrong hands?',
      ),
      agent(
        'For {brewer} I would take Slow Sunday, ground a little coarser than you think, and water just off the boil. If it still tastes sharp, grind one step finer before you change anything else. I have put a 50 g sample into the post for you, no charge.',
      ),
      customer(
        'The sample arrived and it is exactly what I meant. Ordered a kilo.',
        'You were right about the grind. I had it like gravel.',
      ),
    ],
  },
  {
    ...larkspur,
    subjects: ['Double charge for {order}', 'Charged twice', 'Two payments on my card'],
    topic: 'Money::Double charge',
    labels: ['billing', 'refund'],
    priority: 7,
    facts: { amount: ['£23.80', '£41.50', '€36.90', '£18.20'] },
    lines: [
      customer('My bank shows {amount} twice for {order}, both on {day}. I ordered once. Please return one of them.'),
      agent(
        'I can see it: the first attempt timed out on our side and your bank kept the reservation. The second one is the real payment. The reservation should fall off by itself within three working days. If it does not, I will send the bank a release.',
      ),
      customer('Four working days now and both are still there.'),
      agent(
        'Thank you for waiting. I sent the release to your bank this morning; reference R-{number}. You should see {amount} back tomorrow at the latest.',
      ),
      customer('It is back. Thanks.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Gift order without a price', 'Gift wrapping and a card', 'A present for my father'],
    topic: 'Order::Change',
    facts: {
      item: COFFEES,
      words: ['“Happy birthday, Dad”', '“For slow mornings”', '“Congratulations on the new kitchen”'],
    },
    lines: [
      customer(
        'Can you leave the invoice out of the parcel for {order}, and add a card that says {words}? It goes straight to the person it is for.',
      ),
      agent(
        'Of course. No price goes into that parcel, and the card says {words} in Lucie’s best handwriting. The invoice comes to you by mail.',
      ),
      customer('You are kind. Thank you!'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Could I get an invoice with VAT number?', 'Invoice for {order}', 'Receipt needed for accounting'],
    topic: 'Money::Invoice',
    labels: ['billing'],
    facts: { item: COFFEES, amount: ['£64.00', '£112.40', '€89.70'] },
    lines: [
      customer(
        'Our accounts department needs a proper invoice for {order} ({amount}), with our company’s name and VAT number on it. Could you send one?',
      ),
      withFiles(
        agent(
          'Here it is, attached. I have saved the company details, so that the next ones carry them without asking.',
        ),
        'invoice',
      ),
      customer('Thanks, exactly what they wanted.'),
    ],
  },
];
