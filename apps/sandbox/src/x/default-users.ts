import type { XUser } from './model.ts';

type Given = Pick<XUser, 'id' | 'username' | 'name' | 'description'> & Partial<XUser>;

const user = (given: Given): XUser => ({
  kind: 'person',
  verified: false,
  premium: false,
  followers: 120,
  following: 180,
  language: 'en',
  dmOpen: true,
  createdAt: '2019-04-02T08:15:00.000Z',
  ...given,
});

const brand = (given: Given): XUser => user({ kind: 'brand', verified: true, premium: false, ...given });

/** The accounts of the demo desk's two brands, and people to play. */
export const defaultXUsers: XUser[] = [
  brand({
    id: '1001',
    username: 'larkspurcoffee',
    name: 'Larkspur Coffee',
    description: 'Roasted on Tuesdays and Thursdays. Here to help on weekdays.',
    followers: 18_420,
  }),
  brand({
    id: '1002',
    username: 'tidelinegear',
    name: 'Tideline Gear',
    description: 'Repaired before replaced.',
    followers: 7_310,
  }),
  user({ id: '2001', username: 'mayapaddles', name: 'Maya Okafor', description: 'Kayaks, mostly.', followers: 2_304 }),
  user({
    id: '2002',
    username: 'anacafe_porto',
    name: 'Ana Ferreira',
    description: 'Um pequeno café no Porto.',
    language: 'pt',
    followers: 611,
  }),
  user({
    id: '2003',
    username: 'jonas_weber',
    name: 'Jonas Weber',
    description: 'Bohnen fürs Büro.',
    language: 'de',
    followers: 88,
  }),
  user({
    id: '2004',
    username: 'kenji_climbs',
    name: '田中 健二',
    description: '札幌 · クライマー',
    language: 'ja',
    followers: 5_120,
  }),
  user({
    id: '2005',
    username: 'thebeanpost',
    name: 'The Bean Post',
    description: 'We taste so that you need not. Reviews every Friday.',
    verified: true,
    premium: true,
    followers: 214_000,
  }),
  user({
    id: '2006',
    username: 'omar_qahwa',
    name: 'عمر حداد',
    description: 'مقهى جديد في عمّان قريبًا',
    language: 'ar',
    followers: 940,
    dmOpen: false,
  }),
  user({
    id: '2007',
    username: 'tomashby_',
    name: 'Tom Ashby',
    description: 'Three shops, little patience.',
    followers: 43,
  }),
];
