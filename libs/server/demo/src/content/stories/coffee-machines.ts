import { agent, customer, withFiles, type Story } from '../story.ts';

const larkspur = { brand: 'larkspur', language: 'en' } as const;
const GRINDERS = ['Finch hand grinder', 'Wren 40 grinder', 'Wren 60 grinder'];
const MACHINES = ['Kestrel espresso machine', 'Kestrel Duo', 'Merlin espresso machine'];

/** Grinders that jam and machines that drip. */
export const coffeeMachines: readonly Story[] = [
  {
    ...larkspur,
    subjects: ['{item} is jammed', 'Grinder makes a humming noise and stops', '{item} does not grind any more'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    facts: { item: GRINDERS },
    lines: [
      customer(
        'My {item} hums for a second and stops. I think a bean or a small stone is stuck between the burrs. How do I open it without breaking anything?',
        'Since this morning my {item} only hums. It was fine yesterday. It is eight months old.',
      ),
      agent(
        'Please unplug it first. Then: empty the hopper, turn the collar to “coarse” until it clicks, and lift it off. The upper burr comes out by hand. Most likely you will find a stone the size of a lentil. Turn the lower burr one full round by hand before you put everything back.',
      ),
      customer(
        'Found it: a tiny stone, as you said. But now the collar does not click in place any more.',
        'It was a nail! Photo for your roaster. Works again.',
      ),
      agent(
        'The collar has a red mark; it must point at the switch before you press it down. If it still will not click, the spring has jumped out, and I would send you a new one free of charge.',
      ),
      customer('The red mark! That was it. Thank you.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['{item} leaking from the bottom', 'Water under the machine', 'Puddle under my {item}'],
    topic: 'Product::Fault',
    labels: ['warranty', 'damaged'],
    priority: 6,
    facts: { item: MACHINES },
    lines: [
      withFiles(
        customer(
          'There is a puddle under my {item} every morning, about half a cup. The tank is seated properly. It is fourteen months old, so I hope that the warranty still holds.',
          'My {item} has started to leak. It seems to come from the left rear foot. I attached a photo. I have put it on a tray and switched it off.',
        ),
        'machine',
      ),
      agent(
        'Switching it off was the right thing to do. The warranty is two years, so this is on us. Could you tell me the serial number (on the plate under the drip tray), and whether it also leaks when it is cold?',
      ),
      customer('The serial number is KS-{number}. It leaks only when hot.'),
      agent(
        'Then it is the seal of the boiler, a known weakness of that series. A courier collects the machine on {day}; you get a prepaid box tomorrow. The repair takes about five working days.',
      ),
      customer('The box is here. Do I leave the portafilter in?'),
      agent(
        'Please keep the portafilter and the tank; only the machine goes in. You will get a mail when it is on the bench.',
      ),
      customer('It is back and dry. Good as new, thank you to the workshop.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Error E14 on {item}', 'E14 again', '{item}: E14 after the update'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    facts: { item: MACHINES },
    lines: [
      withFiles(
        customer(
          'Since the update the {item} shows E14 on every second shot and stops the pump. I exported the log, it is attached.',
        ),
        'log',
      ),
      agent(
        'Thank you for the log; it makes this easy. E14 says that the pre-infusion valve does not close. Please run the cleaning programme twice with descaler. If E14 comes back after that, the valve must be changed and we send a technician.',
      ),
      customer(
        'Two rounds of descaling and no E14 since. You could mention that in the manual!',
        'E14 came back after three days.',
      ),
      agent(
        'Thank you for telling me. I have passed it on to the people who write the manual, and noted it for your machine.',
      ),
    ],
  },
  {
    ...larkspur,
    subjects: ['Burr set for {item}', 'Spare parts: burrs', 'Do you sell replacement burrs?'],
    topic: 'Product::Care',
    labels: ['spare-part'],
    facts: { item: GRINDERS },
    lines: [
      customer(
        'I have had my {item} for four years of daily use and the grind gets dusty. Do you sell new burrs, and can I change them myself?',
      ),
      agent(
        'We do: order number 7-{number}, 24 pounds with shipping. You need a small hex key (it is in the box) and ten minutes. After that, run a handful of old beans through before you adjust anything.',
      ),
      customer('Ordered. I will report.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Return of {item}', 'I would like to send back the {item}', 'Sending it back: {order}'],
    topic: 'Order::Return',
    labels: ['refund'],
    handedOver: true,
    facts: {
      item: [...GRINDERS, ...MACHINES],
      why: [
        'It is too loud for our small flat',
        'It does not fit under the cupboard',
        'My partner gave me the same one',
      ],
    },
    lines: [
      customer('I bought a {item} ten days ago ({order}). {why}. It is hardly used. How do returns work?'),
      agent(
        'You have thirty days, so no trouble at all. The label comes in a separate mail; please use the original box. The money is back on your card three days after it arrives here.',
      ),
      customer('Posted on {day}.'),
      agent('It arrived in perfect shape. The refund is on its way; you will see it within three days.'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Pressure too low?', 'Shots run in twelve seconds', 'Help with espresso on the {item}'],
    topic: 'Product::Care',
    labels: ['advice'],
    facts: { item: MACHINES },
    lines: [
      customer(
        'My shots on the {item} run through in twelve seconds, whatever I do. 18 grams, your Low Tide beans. The gauge barely reaches 5 bar. Is the machine faulty?',
      ),
      agent(
        'Probably not. 5 bar with a fast shot means that the coffee lets the water through. Please grind much finer than now, and weigh what comes out: aim for 36 grams in 28 seconds. Tell me what the gauge says then.',
      ),
      customer('Two steps finer: 9 bar, 27 seconds, and it tastes like the café. I feel silly.'),
      agent('Nobody is born with a grinder. Enjoy!'),
    ],
  },
  {
    ...larkspur,
    subjects: ['Warranty without receipt', 'Lost the receipt for my {item}', 'Proof of purchase'],
    topic: 'Product::Fault',
    labels: ['warranty', 'billing'],
    facts: { item: [...GRINDERS, ...MACHINES] },
    lines: [
      customer(
        'The switch of my {item} broke off. I bought it in your shop last spring, but I cannot find the receipt. Does the warranty still count?',
      ),
      agent(
        'If you paid by card, the date and the last four digits are enough for us to find it. A new switch is on the workbench already.',
      ),
      customer('Paid on {day}, card ends in 4{digits}.', 'It was cash, I am afraid.'),
      agent(
        'That will do. The part goes out today; a small video shows how to fit it. If you would rather not, bring it to the shop and we do it while you have a coffee.',
      ),
    ],
  },
];
