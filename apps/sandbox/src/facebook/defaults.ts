import { PERMISSIONS } from './permissions.ts';
import { FacebookState, Person, type Page, type Task, type Token } from './state.ts';

export const APP_ID = '714025883900142';
export const APP_SECRET = '5e1f0c6a9b7d4e2f8a3c1b0d9e7f6a54';

/** The app id that echoes carry when somebody answers in Facebook's own inbox. */
export const PAGE_INBOX_APP_ID = '263902037430900';

export const LARKSPUR_PAGE = '104260571300001';
export const TIDELINE_PAGE = '104260571300002';

const EVERYTHING: Task[] = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];

const people = [
  { id: 'noor', name: 'Noor Haddad', about: 'Runs both pages', appRole: true },
  { id: 'ben', name: 'Ben Carrow', about: 'Looks after Tideline’s page, messages only', appRole: true },
  { id: 'ana', name: 'Ana Ferreira', locale: 'pt_PT', about: 'Runs a small café in Porto' },
  { id: 'jonas', name: 'Jörg Müßig', locale: 'de_DE', about: 'Umlauts in his name, beans in his office' },
  { id: 'maya', name: 'Maya Okafor', about: 'Kayaks every weekend' },
  { id: 'kenji', name: '田中 健二', locale: 'ja_JP', about: 'Climber from Sapporo' },
  { id: 'omar', name: 'عمر حداد', locale: 'ar_AR', about: 'Opens a coffee bar in Amman' },
  { id: 'tom', name: 'Tom Ashby', about: 'Wholesale, three shops, little patience' },
  { id: 'ana-2', name: 'Ana Ferreira', locale: 'pt_BR', about: 'Same name, another person' },
].map((person) => Person.parse(person));

const pages: Page[] = [
  {
    id: LARKSPUR_PAGE,
    name: 'Larkspur Coffee',
    username: 'larkspurcoffee',
    category: 'Coffee shop',
    about: 'Small roastery, big opinions about water.',
    roles: [{ person: 'noor', tasks: EVERYTHING }],
  },
  {
    id: TIDELINE_PAGE,
    name: 'Tideline Gear',
    username: 'tidelinegear',
    category: 'Outdoor & sporting goods company',
    about: 'Boats, boards and what keeps you dry.',
    roles: [
      { person: 'noor', tasks: EVERYTHING },
      { person: 'ben', tasks: ['MESSAGING', 'MODERATE'] },
    ],
  },
];

/** Tokens of the pages that the demo desk begins with, as if Noor had connected both before. */
const DEMO_PAGE_TOKENS = {
  [LARKSPUR_PAGE]: 'EAAKSandboxTokenOfTheLarkspurCoffeePage',
  [TIDELINE_PAGE]: 'EAAKSandboxTokenOfTheTidelineGearPage',
};

/** Facebook on its first day: two brands' pages, some people, nothing said yet. */
export function firstDay(connected = false): FacebookState {
  return FacebookState.parse(connected ? { ...beginning(), ...noorConnected() } : beginning());
}

function noorConnected(): Pick<FacebookState, 'grants' | 'tokens'> {
  const pages = [LARKSPUR_PAGE, TIDELINE_PAGE];
  const noor = { person: 'noor', granted: Object.keys(PERMISSIONS), declined: [], pages };
  const tokens = Object.entries(DEMO_PAGE_TOKENS).map(([page, token]): Token => {
    return { token, kind: 'page', person: 'noor', page, longLived: true, issuedAt: Date.now(), expiresAt: 0 };
  });
  return { grants: { noor }, tokens: Object.fromEntries(tokens.map((one) => [one.token, one])) };
}

function beginning(): FacebookState {
  return {
    counter: 122_100_000_000_000,
    app: {
      id: APP_ID,
      secret: APP_SECRET,
      name: 'Bureau',
      mode: 'live',
      requireProof: true,
      humanAgent: true,
      redirectUris: [],
      subscriptions: [],
    },
    people: Object.fromEntries(people.map((person) => [person.id, { ...person }])),
    pages: Object.fromEntries(structuredClone(pages).map((page) => [page.id, page])),
    grants: {},
    codes: {},
    tokens: {},
    posts: {},
    comments: {},
    conversations: {},
    messages: {},
    media: {},
  };
}
