import type { NamedAddress } from './address.ts';
import type { NewPerson } from './people.ts';

/** The mailboxes of the demo desk's two brands. */
export const defaultDeskAddresses: NamedAddress[] = [
  { name: 'Larkspur Coffee', address: 'support@larkspur.example' },
  { name: 'Tideline Gear', address: 'help@tideline.example' },
];

/** Customers to play, each with a language and the habits of a mail program. */
export const defaultPeople: NewPerson[] = [
  {
    name: 'Ana Ferreira',
    address: 'ana.ferreira@cafemail.example',
    language: 'pt',
    quoting: 'gmail',
    about: 'Runs a small café in Porto',
  },
  {
    name: 'Jonas Weber',
    address: 'jonas.weber@postwerk.example',
    language: 'de',
    quoting: 'outlook',
    about: 'Buys the beans for an office of forty',
  },
  {
    name: 'Maya Okafor',
    address: 'maya.okafor@brightmail.example',
    language: 'en',
    quoting: 'gmail',
    about: 'Kayaks every weekend, writes from the shore',
  },
  {
    name: 'Claire Dubois',
    address: 'claire.dubois@courrier.example',
    language: 'fr',
    quoting: 'apple',
    about: 'Roasts at home and has questions',
  },
  {
    name: 'Kenji Tanaka',
    address: 'kenji.tanaka@yubin.example',
    language: 'ja',
    quoting: 'gmail',
    about: 'Climber from Sapporo, orders from abroad',
  },
  {
    name: 'Lucía Romero',
    address: 'lucia.romero@buzon.example',
    language: 'es',
    quoting: 'gmail',
    about: 'Her parcel is always at the neighbour’s',
  },
  {
    name: 'عمر حداد',
    address: 'omar.haddad@bareed.example',
    language: 'ar',
    quoting: 'gmail',
    about: 'Opens a coffee bar in Amman next month',
  },
  {
    name: 'Ingrid Solberg',
    address: 'ingrid.solberg@fjordpost.example',
    language: 'nb',
    quoting: 'apple',
    about: 'Teaches sailing to children',
  },
  {
    name: 'Tom Ashby',
    address: 'tom@ashbyandsons.example',
    language: 'en',
    quoting: 'outlook',
    about: 'Wholesale, three shops, little patience',
  },
  {
    name: 'Priya Raman',
    address: 'priya.raman@harbourhotel.example',
    language: 'en',
    quoting: 'outlook',
    about: 'Breakfast manager of a hotel',
  },
  {
    name: 'Piotr Nowak',
    address: 'piotr.nowak@skrzynka.example',
    language: 'pl',
    quoting: 'plain',
    about: 'Reads mail in a terminal, answers below each line',
  },
  {
    name: 'Sofia Rossi',
    address: 'sofia.rossi@postale.example',
    language: 'it',
    quoting: 'gmail',
    about: 'Gives coffee subscriptions as presents',
  },
];
