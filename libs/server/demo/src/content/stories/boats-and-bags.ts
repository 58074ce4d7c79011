import { agent, customer, withFiles, type Story } from '../story.ts';

const tideline = { brand: 'tideline', language: 'en' } as const;
const KAYAKS = ['Eider 14', 'Eider 16', 'Plover inflatable', 'Guillemot touring kayak'];
const BAGS = ['Limpet 20 l dry bag', 'Limpet 40 l dry bag', 'Cove roll-top backpack'];

/** Kayaks, paddles, dry bags, and the carriers who drop them. */
export const boatsAndBags: readonly Story[] = [
  {
    ...tideline,
    subjects: ['Kayak damaged in transport', '{item} arrived with a crack', 'Shipping damage: {order}'],
    topic: 'Product::Damaged on the way',
    labels: ['damaged', 'delivery'],
    priority: 8,
    handedOver: true,
    facts: { item: KAYAKS },
    lines: [
      withFiles(
        customer(
          'My {item} was delivered today with a crack in the hull, about a hand long. The packaging was torn at the same place. The driver would not wait. Photos attached, order {order}.',
          'The {item} from {order} is here, but it has met a forklift on the way. See the photo. I noted it on the delivery slip before signing.',
        ),
        'kayak',
        'parcel',
      ),
      agent(
        'I am sorry, you had looked forward to it. The photos are all that we need; the rest is between us and the carrier. A new {item} leaves our store on {day}. Please keep the damaged one where it is: they will want to look at it, and then collect it.',
      ),
      customer('How long do I have to store it? It fills the whole hallway.'),
      agent(
        'The carrier’s inspector comes on {day} between nine and twelve and takes it with him. If that does not suit you, give me two other days.',
      ),
      customer('He came, he saw, he took it. The new one arrived in one piece.'),
      agent('Then fair winds. Thank you for your patience in that hallway.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Dry bag leaks', '{item} not dry', 'Wet sleeping bag'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    facts: { item: BAGS },
    lines: [
      customer(
        'My {item} leaked on the first trip. My sleeping bag was soaked. I rolled it three times as the label says.',
        'Is it normal that water gets into the {item} when it lies in the cockpit for a day? I would not call that dry.',
      ),
      agent(
        'Not normal. Could you fill it with air, roll it, and hold it under water in the bath? Bubbles show us whether it is the seam or the roll. If it is the seam, you get a new one by return.',
      ),
      withFiles(customer('Bubbles along the bottom seam, a whole string of pearls. I took a picture.'), 'parcel'),
      agent(
        'A string of pearls is a bad weld; that batch has a few of them. A new {item} goes out today. Please cut the old one in two and make a peg bag of it: no need to send it back.',
      ),
      customer('The new one floats and stays dry. Thanks!'),
    ],
  },
  {
    ...tideline,
    subjects: ['Repair kit for {item}', 'Puncture', 'How to patch the {item}'],
    topic: 'Product::Care',
    labels: ['spare-part'],
    facts: { item: ['Plover inflatable'] },
    lines: [
      customer(
        'I found the sharpest oyster in the estuary with my {item}. The cut is about 4 cm, not near a seam. Does the kit in the bag manage that?',
      ),
      agent(
        'It does. Dry it completely, sand lightly, glue on both sides, wait until it no longer sticks to the finger, then press the patch on and leave a weight on it for a day. Inflate to half first and look for bubbles with soapy water.',
      ),
      customer('Holds since {day}. The oyster is still at large.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Delivery date for {item}?', 'When will {order} ship?', '{item} on backorder'],
    topic: 'Order::Late',
    labels: ['delivery'],
    facts: { item: [...KAYAKS, 'Tern carbon paddle'] },
    lines: [
      customer(
        'I ordered the {item} three weeks ago ({order}). The shop said two weeks. We leave for the coast on {day}. Will it be there?',
        'Any news of {order}? The page still says “in preparation”.',
      ),
      agent(
        'The container with the {item} cleared customs yesterday. It should be in our store tomorrow, and with you in time. If it is not here by noon tomorrow, I lend you ours from the showroom for the trip.',
      ),
      customer('That is more than fair. Fingers crossed.'),
      agent('It is here, packed and on the van. You get the driver’s number by text.'),
      customer('Arrived with a day to spare. You saved our holiday.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Paddle length', 'Which paddle for the {item}?', 'Paddle: 220 or 230?'],
    topic: 'Advice::Choice',
    labels: ['advice'],
    facts: { item: KAYAKS, height: ['1.65 m', '1.78 m', '1.90 m'] },
    lines: [
      customer('I am {height} tall and paddle the {item}, mostly long and slow along the coast. 220 or 230 cm?'),
      agent(
        'Long and slow means a low stroke, so 230 in that boat. If you tend to hurry when the wind comes up, the Tern adjusts from 220 to 230 on the water.',
      ),
      customer('The adjustable one, then. Ordered.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Missing parts in {order}', 'Footrest missing', 'Parcel incomplete'],
    topic: 'Order::Incomplete',
    labels: ['delivery', 'spare-part'],
    facts: { item: ['foot rail', 'hatch cover', 'bag of screws', 'pump'] },
    lines: [
      customer(
        '{order} came today, thank you. But the {item} is missing. I have turned every box inside out. It is on the packing list and ticked.',
      ),
      agent(
        'Ticked by somebody who was thinking of lunch. The {item} goes out today by letter post; you should have it tomorrow.',
      ),
      customer('It came. Lunch is forgiven.', 'Here it is, thank you.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Refund for {order}', 'Refund not received', 'Where is my refund?'],
    topic: 'Money::Refund',
    labels: ['refund'],
    priority: 6,
    handedOver: true,
    facts: { amount: ['£89.00', '£249.00', '€134.50'] },
    lines: [
      customer(
        'I returned {order} two weeks ago and the tracking says that you received it on {day}. I am still waiting for {amount}.',
      ),
      agent(
        'It was lying in the wrong pile, unopened. I have opened it, all is well with it, and {amount} left our account five minutes ago. I am sorry that you had to ask.',
      ),
      customer('Received. Thanks for the straight answer.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Demo day', 'Can I try the {item} before buying?', 'Test paddling'],
    topic: 'Advice::Choice',
    labels: ['advice'],
    facts: { item: KAYAKS, place: ['Portree', 'Whitstable', 'Anglesey'] },
    lines: [
      customer('Is there a way to try the {item} on the water before I spend that much? I am near {place}.'),
      agent(
        'There is: we are at {place} with six boats on {day}, from ten until the tide says no. It costs nothing; bring a towel. Shall I put your name down?',
      ),
      customer('Yes please, for two.'),
      agent(
        'Two names are down. If the wind is above force five, we move it by a day and write by eight in the morning.',
      ),
    ],
  },
  {
    ...tideline,
    subjects: ['Club discount', 'Do you support clubs?', 'Twelve buoyancy aids'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    handedOver: true,
    facts: { count: ['8', '12', '20'] },
    lines: [
      customer(
        'Our club needs {count} buoyancy aids for the youth group. The budget is what the cake stall earned. Is there something you can do?',
      ),
      agent(
        'For youth groups we sell at cost, and ask for a photo in return. {count} in mixed sizes would be 21 pounds each. They carry the proper certificate, of course.',
      ),
      withFiles(customer('The treasurer cried a little. Please send us an offer with our address on it.'), 'invoice'),
      agent('The offer is in the mail. No hurry: the price holds until the end of the season.'),
    ],
  },
];
