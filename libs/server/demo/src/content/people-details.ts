import type { CustomFieldValues } from '@bureau/contracts';

/** What a desk comes to know of some of its customers. The numbers are ones that nobody has. */
export interface CustomerDetails {
  title?: string;
  phones?: readonly { type: 'home' | 'work' | 'mobile'; value: string }[];
  postal?: string;
  background?: string;
  externalId?: string;
  customFields?: CustomFieldValues;
}

const mobile = (value: string) => ({ type: 'mobile', value }) as const;
const work = (value: string) => ({ type: 'work', value }) as const;

/** By the customer's address. */
export const CUSTOMER_DETAILS: Readonly<Record<string, CustomerDetails>> = {
  'ana.ferreira@cafemail.example': {
    phones: [mobile('+351 910 555 014')],
    customFields: { tier: 'Friends::Silver', newsletter: true, customer_since: '2022-03-14' },
  },
  'jonas.weber@postwerk.example': {
    title: 'Office Manager',
    phones: [work('+49 30 23125 011'), mobile('+49 171 3920 014')],
    externalId: 'crm-10017',
    background: 'Orders for the whole office, pays by invoice.',
    customFields: { newsletter: false, customer_since: '2021-09-01' },
  },
  'maya.okafor@brightmail.example': {
    phones: [mobile('+44 7700 900114')],
    customFields: { tier: 'Friends::Gold', newsletter: true, customer_since: '2019-05-20', allergies: 'Lactose' },
  },
  'claire.dubois@courrier.example': {
    postal: '12 rue du Port\n29200 Brest\nFrance',
    customFields: { tier: 'Regular', shoe_size: 39 },
  },
  'kenji.tanaka@yubin.example': { customFields: { tier: 'Friends::Silver', shoe_size: 42, newsletter: true } },
  'ingrid.solberg@fjordpost.example': { phones: [mobile('+47 400 55 014')], customFields: { shoe_size: 40 } },
  'tom@ashbyandsons.example': {
    title: 'Owner',
    phones: [work('+44 113 496 0114')],
    externalId: 'crm-10023',
    background: 'Four shops in the north. Rings on Mondays, never on Fridays.',
    customFields: { tier: 'Friends::Gold', customer_since: '2018-11-02' },
  },
  'amelia@ashbyandsons.example': { title: 'Buyer', phones: [work('+44 113 496 0115')] },
  'priya.raman@harbourhotel.example': {
    title: 'Food & Beverage Manager',
    phones: [work('+44 20 7946 0114'), mobile('+44 7700 900118')],
    externalId: 'crm-10031',
    customFields: { tier: 'Friends::Gold', customer_since: '2020-02-11' },
  },
  'vikram.nair@harbourhotel.example': { title: 'Night Manager', phones: [work('+44 20 7946 0119')] },
  'eleanor@fernandhollow.example': {
    title: 'Baker',
    postal: 'Fern & Hollow Bakery\n3 Mill Lane\nBristol BS1 4XX\nUnited Kingdom',
    customFields: { allergies: 'Hazelnut', newsletter: true },
  },
  'callum@northshorepaddlers.example': {
    title: 'Club Secretary',
    phones: [mobile('+44 7700 900121')],
    customFields: { shoe_size: 44, customer_since: '2020-04-30' },
  },
  'thandi@saltmarshsurf.example': { title: 'Head Instructor', phones: [mobile('+44 7700 900127')] },
  'ruth.abramson@beaconroad.example': { title: 'Librarian', customFields: { newsletter: false } },
  'bronwyn@quarryside.example': { title: 'Centre Manager', phones: [work('+44 29 2018 0114')] },
  'birgit.hansen@kaffeekontor.example': {
    title: 'Einkauf',
    phones: [work('+49 40 66969 014')],
    externalId: 'crm-10044',
    customFields: { tier: 'Friends::Silver' },
  },
  'carmen@tallerdelmar.example': { title: 'Directora', phones: [work('+34 910 555 014')] },
  'mathilde@atelier-brume.example': { title: 'Fondatrice', phones: [mobile('+33 6 39 98 01 14')] },
  'giulia@pasticceriaviola.example': { title: 'Titolare', externalId: 'crm-10052' },
  'misaki.sato@minatoya.example': { title: '店主', customFields: { tier: 'Friends::Silver' } },
  'sigurd@fjordseil.example': { title: 'Daglig leder', phones: [work('+47 400 55 018')] },
};

export interface CompanyDetails {
  externalId?: string;
  customFields?: CustomFieldValues;
}

/** By the company's domain. */
export const COMPANY_DETAILS: Readonly<Record<string, CompanyDetails>> = {
  'ashbyandsons.example': {
    externalId: 'crm-2003',
    customFields: { account_number: 'W-1007', terms: 'Net::30 days', kilos_a_month: 120, contract_until: '2027-06-30' },
  },
  'harbourhotel.example': {
    externalId: 'crm-2004',
    customFields: { account_number: 'W-1012', terms: 'Net::14 days', kilos_a_month: 65, contract_until: '2027-01-31' },
  },
  'kaffeekontor.example': { customFields: { account_number: 'W-1019', terms: 'Prepaid', kilos_a_month: 40 } },
  'postwerk.example': { customFields: { account_number: 'W-1021', terms: 'Net::14 days', kilos_a_month: 12 } },
  'saltmarshsurf.example': { customFields: { account_number: 'S-2002', terms: 'Net::30 days' } },
  'northshorepaddlers.example': { customFields: { account_number: 'S-2005', tax_exempt: true } },
  'beaconroad.example': { customFields: { tax_exempt: true, terms: 'Net::30 days' } },
  'pasticceriaviola.example': { externalId: 'crm-2011', customFields: { terms: 'Prepaid', kilos_a_month: 18 } },
};

/** Other domains of companies that have more than one. */
export const MORE_DOMAINS: Readonly<Record<string, string>> = {
  'ashby-wholesale.example': 'ashbyandsons.example',
  'harbourhotel-spa.example': 'harbourhotel.example',
};
