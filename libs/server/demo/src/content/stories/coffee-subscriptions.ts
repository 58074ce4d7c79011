import { agent, customer, withFiles, type Story } from '../story.ts';

const larkspur = { brand: 'larkspur', language: 'en' } as const;

/** Subscriptions, and coffee by the sack. */
export const coffeeSubscriptions: readonly Story[] = [
  {
    ...larkspur,
    subjects: ['Pause my subscription', 'Holiday: please pause', 'Subscription pause for {weeks}'],
    topic: 'Subscription::Pause',
    labels: ['subscription'],
    facts: { weeks: ['three weeks', 'six weeks', 'all of next month'] },
    lines: [
      customer(
        'We are away for {weeks}. Can you pause the subscription, so that the parcels do not pile up at the neighbours’?',
        'Please pause my subscription for {weeks}. I could not find the button.',
      ),
      agent(
        'Paused for {weeks}. It starts again by itself, and you get a mail two days before the first parcel leaves.',
      ),
      customer('Thank you. And where is the button?'),
      agent('Account, Subscription, then the three dots. It hides well; we are moving it.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Cancel subscription', 'Please end my subscription', 'Subscription: stop'],
    topic: 'Subscription::End',
    labels: ['subscription'],
    facts: {
      why: [
        'I am drinking less coffee on doctor’s orders',
        'There is simply too much of it in the house',
        'I am moving abroad',
      ],
    },
    lines: [
      customer('Please cancel my subscription with immediate effect. {why}. It was good coffee.'),
      agent(
        'It is cancelled; the parcel of {day} was the last one, and nothing more will be charged. Thank you for three good years, and all the best to you.',
      ),
    ],
  },
  {
    ...larkspur,
    subjects: ['Charged after cancelling', 'Subscription charged although cancelled', 'Please refund {amount}'],
    topic: 'Subscription::End',
    labels: ['subscription', 'refund'],
    priority: 8,
    facts: { amount: ['£19.00', '£27.50', '£38.00'] },
    lines: [
      customer(
        'I cancelled on {day}, I have your confirmation, and today you took {amount} from my account. I do not find this funny.',
      ),
      agent(
        'Neither do I, and I am sorry. Your cancellation was recorded an hour after the monthly run had begun. {amount} goes back to your account today, and the parcel will not leave.',
      ),
      customer('The money has arrived. The parcel has, too.'),
      agent('Then please drink it on us. I have checked twice: nothing is active in your account now.'),
      customer('All right. Apology accepted.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Subscription as a present', 'Gift subscription: how does it work?', 'Three months for my sister'],
    topic: 'Subscription::Gift',
    labels: ['subscription'],
    facts: { months: ['three', 'six', 'twelve'] },
    lines: [
      customer(
        'I would like to give my sister {months} months of coffee. Does it end by itself, and can she choose the beans?',
      ),
      agent(
        'It ends by itself after {months} months, nobody is ever charged twice, and she gets a link with which she can choose before every parcel. You can set the date of the first one when you order.',
      ),
      customer('And if she prefers decaf?'),
      agent('Then she picks Night Ferry, and nobody will judge her.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Wholesale prices', 'Coffee for our café: price list', 'Wholesale enquiry, {kilos} a month'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    handedOver: true,
    facts: { kilos: ['15 kg', '30 kg', '60 kg'], place: ['a small café', 'a farm shop', 'two canteens'] },
    lines: [
      customer(
        'We run {place} and would like to serve your espresso. We need about {kilos} a month, delivered on Mondays. Could you send prices and terms?',
      ),
      agent(
        'Gladly. For {kilos} a month we are in the second price band; the list goes to you in a separate mail. Delivery on Mondays is no problem with an order by Thursday noon. Would you like a tasting box first?',
      ),
      customer('A tasting box would be great. What about the grinder: do you lend one?'),
      agent(
        'From 20 kg a month we lend a Wren 60 and service it twice a year. The tasting box leaves today with six coffees and two pages of notes.',
      ),
      customer('We liked number two and number five. Let us talk terms: is a call on {day} possible?'),
      agent(
        'It is: I will ring you at ten. Until then, here is the draft of the agreement in two paragraphs: thirty days to pay, no minimum term, and you can change the coffee with every order.',
      ),
    ],
  },
  {
    ...larkspur,
    subjects: ['Standing order for {day}', 'This week’s order', 'Order: {kilos} Low Tide'],
    topic: 'Wholesale::Standing order',
    labels: ['wholesale', 'delivery'],
    handedOver: true,
    facts: { kilos: ['12 kg', '20 kg', '24 kg'] },
    lines: [
      customer(
        'Please send {kilos} Low Tide and 4 kg Night Ferry to all three shops as usual, by {day} morning. Last week’s came after opening.',
      ),
      withFiles(
        agent('Confirmed for {day}, before eight. I have moved you to the first van. The invoice is attached.'),
        'invoice',
      ),
      customer('It was there at 7:40. Keep it that way.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Breakfast coffee complaint', 'Guests say the coffee tastes burnt', 'Batch problem?'],
    topic: 'Product::Fault',
    labels: ['wholesale'],
    priority: 7,
    handedOver: true,
    lines: [
      customer(
        'Since {day} our guests tell us that the breakfast coffee tastes burnt. Same machine, same water, same people. Only the batch is new: {number}. Could you look into it?',
      ),
      agent(
        'I have pulled the sample that we keep of batch {number}, and we cupped it this morning: it is darker than it should be. Fresh coffee is on its way to you, and the rest of that batch we take back.',
      ),
      customer('Thank you for not arguing. Should we return the eleven bags?'),
      agent('The driver takes them along on {day}. A credit note is in your account.'),
    ],
  },
];
