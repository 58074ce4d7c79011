import { idOf } from './ids.ts';
import type { Row } from './value.ts';

type Seeded = [string, Row][];

const account = (count: number) => idOf('001', count);
const contact = (count: number) => idOf('003', count);

/** Companies and the people who work there: customers of the demo desk, who are to be found again on both sides. */
export function people(): Seeded {
  const companies: Row[] = [
    {
      Name: 'Café Ferreira',
      Phone: '+351 22 555 0142',
      Industry: 'Hospitality',
      BillingCity: 'Porto',
      Tier__c: 'Gold',
    },
    { Name: 'Postwerk GmbH', Phone: '+49 30 5550 118', Industry: 'Logistics', BillingCity: 'Berlin' },
    {
      Name: 'Harbour Hotel',
      Phone: '+44 20 7946 0018',
      Industry: 'Hospitality',
      Key_Account__c: true,
      Region__c: 'South',
    },
  ];
  const persons: Row[] = [
    {
      FirstName: 'Ana',
      LastName: 'Ferreira',
      Email: 'ana.ferreira@cafemail.example',
      AccountId: account(1),
      Title: 'Owner',
    },
    { FirstName: 'Jonas', LastName: 'Weber', Email: 'jonas.weber@postwerk.example', AccountId: account(2) },
    {
      FirstName: 'Priya',
      LastName: 'Raman',
      Email: 'priya.raman@harbourhotel.example',
      AccountId: account(3),
      Title: 'Food and beverage',
    },
    { FirstName: 'Samuel', LastName: 'Okoye', Email: 'samuel.okoye@harbourhotel.example', AccountId: account(3) },
  ];
  return [
    ...companies.map((row, index): [string, Row] => [
      'Account',
      { Id: account(index + 1), Key_Account__c: false, Account_Code__c: `AC-000${index + 1}`, ...row },
    ]),
    ...persons.map((row, index): [string, Row] => [
      'Contact',
      {
        Id: contact(index + 1),
        Name: `${String(row['FirstName'])} ${String(row['LastName'])}`,
        Newsletter__c: false,
        HasOptedOutOfEmail: false,
        Card_Number__c: `LC-000${index + 1}`,
        ...row,
      },
    ]),
  ];
}

/** Deals and machines. */
export function sales(): Seeded {
  return [
    [
      'Opportunity',
      {
        Id: idOf('006', 1),
        AccountId: account(3),
        Name: 'Breakfast rooms 2027',
        StageName: 'Proposal',
        Amount: 48_000,
        CloseDate: '2027-02-26',
      },
    ],
    [
      'Opportunity',
      {
        Id: idOf('006', 2),
        AccountId: account(1),
        Name: 'Second grinder',
        StageName: 'Closed Won',
        Amount: 1_890,
        CloseDate: '2026-08-14',
      },
    ],
    [
      'Machine__c',
      {
        Id: idOf('a01', 1),
        Name: 'Bar left',
        Account__c: account(1),
        Contact__c: contact(1),
        Serial__c: 'LP-20418',
        Model__c: 'Lark Pro',
        Under_Warranty__c: true,
        Price__c: 2_450,
      },
    ],
    [
      'Machine__c',
      {
        Id: idOf('a01', 2),
        Name: 'Lobby',
        Account__c: account(3),
        Serial__c: 'LO-11873',
        Model__c: 'Lark One',
        Under_Warranty__c: false,
        Price__c: 1_290,
      },
    ],
  ];
}

/** Cases with what was said on them. */
export function work(): Seeded {
  return [...cases(), ...said()];
}

function cases(): Seeded {
  const kase = (count: number, row: Row): [string, Row] => [
    'Case',
    {
      Id: idOf('500', count),
      CaseNumber: String(1000 + count).padStart(8, '0'),
      IsClosed: false,
      IsEscalated: false,
      Under_Warranty__c: false,
      Priority: 'Medium',
      ...row,
    },
  ];
  return [
    kase(1, {
      Subject: 'Grinder stalls on dark roast',
      Status: 'Open',
      Origin: 'Email',
      ContactId: contact(1),
      AccountId: account(1),
      Machine_Serial__c: 'LP-20418',
    }),
    kase(2, {
      Subject: 'Invoice shows the old address',
      Status: 'New',
      Origin: 'Phone',
      ContactId: contact(3),
      AccountId: account(3),
    }),
    kase(3, {
      Subject: 'Two bags missing from the delivery',
      Status: 'Pending',
      Origin: 'Web',
      ContactId: contact(2),
      AccountId: account(2),
      Priority: 'High',
    }),
  ];
}

function said(): Seeded {
  return [
    [
      'CaseComment',
      {
        Id: idOf('00a', 1),
        ParentId: idOf('500', 1),
        IsPublished: false,
        CommentBody: 'Burr set ordered, arrives on Thursday.',
      },
    ],
    [
      'Task',
      {
        Id: idOf('00T', 1),
        WhoId: contact(1),
        WhatId: idOf('500', 1),
        Subject: 'Call Ana about the burr set',
        Status: 'Completed',
        Priority: 'Normal',
        TaskSubtype: 'Call',
        IsClosed: true,
        IsArchived: false,
      },
    ],
  ];
}
