import { agent, customer, withFiles, type Story } from '../story.ts';

const tideline = { brand: 'tideline', language: 'en' } as const;
const SUITS = ['Skerry 4/3 wetsuit', 'Skerry 5/4 wetsuit', 'Sound spring suit', 'Fathom drysuit'];

/** Suits, boots and jackets: sizes, seams and seals. */
export const waterWear: readonly Story[] = [
  {
    ...tideline,
    subjects: ['Which size in the {item}?', 'Sizing: {item}', 'Between two sizes'],
    topic: 'Advice::Size',
    labels: ['sizing'],
    facts: {
      item: SUITS,
      height: ['1.68 m', '1.74 m', '1.81 m', '1.86 m'],
      weight: ['62 kg', '70 kg', '78 kg', '84 kg'],
    },
    lines: [
      customer(
        'I am {height} and {weight}, broad shoulders, and your chart puts me exactly between M and MT for the {item}. Which one would you take?',
        'Question about the {item}: I am {height} tall and weigh {weight}. Is the chart measured over or under a rash vest?',
      ),
      agent(
        'With broad shoulders, take the T: the suit gets longer in the body, not wider in the waist. It should feel tight on land and forget itself in the water. If it is wrong, exchange is free for sixty days.',
      ),
      customer('The MT it is. Thank you!', 'It arrived and fits like you said.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Seam opening on {item}', 'Torn seam after four sessions', '{item}: seam under the arm'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    priority: 5,
    facts: { item: SUITS },
    lines: [
      withFiles(
        customer(
          'The seam under the left arm of my {item} is opening after four sessions. I attached a photo. I rinse it every time and never leave it in the sun.',
          'I noticed that the glued seam at the knee of my {item} is letting go (photo). It is five months old. Is this covered?',
        ),
        'wetsuit',
      ),
      agent(
        'That should not happen for years, and it is covered. We would like to repair it: our workshop re-tapes the whole panel, which holds better than new. Turnaround is eight days. Or would you rather have a new one straight away, because the season is on?',
      ),
      customer(
        'A repair is fine, I have an old one to bridge the time.',
        'I would rather have a new one, we leave on {day}.',
      ),
      agent(
        'Understood. The label is in your inbox; drop the suit off rinsed and dry, if you can. I will write when it is done.',
      ),
      customer('It came back yesterday. You can hardly see it. Well done.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Zip stuck', 'Drysuit zip does not close', 'Zip of the {item}'],
    topic: 'Product::Fault',
    labels: ['warranty', 'spare-part'],
    facts: { item: ['Fathom drysuit', 'Fathom semi-dry'] },
    lines: [
      customer(
        'The zip of my {item} closes to about ten centimetres from the end and then refuses. I do not want to force it. What can I do?',
      ),
      agent(
        'Good that you did not. Please rub the teeth with the wax stick from the pouch (a candle without dye will do), close it slowly with the suit laid flat, and never bend the zip by more than a hand’s width. If it still stops at the same place, a tooth is bent and I take it in.',
      ),
      customer('The candle worked. Who would have thought.', 'Same place, still stuck. I think I see the bent tooth.'),
      agent('Thank you for trying. I have noted it for your suit; whatever comes next, you need not explain again.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Neck seal too tight', 'Latex seal: trimming?', 'Drysuit seals'],
    topic: 'Product::Care',
    labels: ['advice'],
    facts: { item: ['Fathom drysuit'] },
    lines: [
      customer('The neck seal of the new {item} is choking me. May I trim it myself, or does that end the warranty?'),
      agent(
        'You may; everybody does. Stretch it over a pot overnight first. If it is still tight, trim one ring at a time with sharp scissors, following the moulded line. Three rings are the most I would take off.',
      ),
      customer('One ring and a night over the stockpot. Comfortable now.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Exchange {order}', 'Boots too small', 'Exchange for one size up'],
    topic: 'Order::Return',
    labels: ['sizing'],
    handedOver: true,
    facts: { item: ['Pebble boots', 'Pebble gloves', 'Squall paddling jacket'], size: ['L', '42', 'XL', '44'] },
    lines: [
      customer(
        'The {item} from {order} are one size too small. I would like the {size} instead. They are unworn, labels on.',
      ),
      agent(
        'A {size} is reserved for you and leaves as soon as the carrier scans your parcel; you need not wait until it arrives here. The label is attached to the order in your account.',
      ),
      customer('Dropped off today.'),
      agent('I see it: the {size} is on its way.'),
    ],
  },
  {
    ...tideline,
    subjects: ['School order: 24 suits', 'Suits for a surf school', 'Group order for the season'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale', 'sizing'],
    handedOver: true,
    priority: 6,
    facts: { count: ['18', '24', '36'] },
    lines: [
      customer(
        'We need {count} suits for the new season, children’s sizes mostly, and they must survive being taken off by eleven-year-olds. Do you have prices for schools, and could we have our number on them?',
      ),
      agent(
        'We do: 28 % off from 15 suits, and numbers printed on the back for nothing. For schools I recommend the Sound in the reinforced version: double knees, and a zip at the back that two children can close for each other. Shall I send you two to destroy?',
      ),
      customer('Please do. We have volunteers.'),
      agent('Two are on their way. No need to return them in one piece.'),
      customer('They tried hard and failed. We take {count}. List of sizes follows on {day}.'),
      agent('Marvellous. With the list by {day} you have them three weeks before the season.'),
    ],
  },
  {
    ...tideline,
    subjects: ['Smell', 'How do I get the smell out?', 'Washing the {item}'],
    topic: 'Product::Care',
    labels: ['advice'],
    facts: { item: SUITS },
    lines: [
      customer(
        'I will be honest: my {item} stinks. I forgot it in the car for a week. Is there anything short of burning it?',
      ),
      agent(
        'We have all been there. Bathtub, lukewarm water, a cup of white vinegar, one hour. Rinse. Then a night in water with a little neoprene shampoo, and dry it inside out in the shade. Twice, if the week was in July.',
      ),
      customer('It was in July. Twice did it. My family thanks you.'),
    ],
  },
];
