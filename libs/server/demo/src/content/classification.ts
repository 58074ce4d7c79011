import type { CustomFieldOwner, CustomFieldType, LabelColor } from '@bureau/contracts';

export interface DemoLabel {
  name: string;
  color: LabelColor;
  description: string;
}

/** What the desk calls its cases, in the order in which labels are offered. */
export const LABELS = {
  delivery: { name: 'Delivery', color: 'blue', description: 'Parcels: where they are, and what is not in them.' },
  damaged: { name: 'Damaged', color: 'red', description: 'It arrived broken, or broke at once.' },
  warranty: { name: 'Warranty', color: 'purple', description: 'Ours to repair or replace.' },
  'spare-part': { name: 'Spare part', color: 'pink', description: 'Somebody mends it himself.' },
  refund: { name: 'Refund', color: 'orange', description: 'Money goes back.' },
  billing: { name: 'Billing', color: 'yellow', description: 'Invoices, receipts, cards.' },
  subscription: { name: 'Subscription', color: 'green', description: 'Coffee that comes by itself.' },
  sizing: { name: 'Sizing', color: 'teal', description: 'Which size, and the exchange when it was another.' },
  wholesale: { name: 'Wholesale', color: 'brown', description: 'Cafés, schools, clubs, shops.' },
  advice: { name: 'Advice', color: 'grey', description: 'They ask before they buy.' },
  vip: { name: 'VIP', color: 'black', description: 'With us for years; be quick.' },
} as const satisfies Record<string, DemoLabel>;
export type LabelKey = keyof typeof LABELS;

/** What cases are about, in two levels. */
export const TOPICS = [
  'Order::Late',
  'Order::Wrong item',
  'Order::Incomplete',
  'Order::Change',
  'Order::Return',
  'Product::Fault',
  'Product::Damaged on the way',
  'Product::Care',
  'Advice::Choice',
  'Advice::Size',
  'Money::Refund',
  'Money::Invoice',
  'Money::Double charge',
  'Subscription::Pause',
  'Subscription::End',
  'Subscription::Gift',
  'Wholesale::Prices',
  'Wholesale::Standing order',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface DemoField {
  owner: CustomFieldOwner;
  key: string;
  label: string;
  type: CustomFieldType;
  choices: string[];
}

/** The fields of the desk's own, in their order. */
export const CUSTOM_FIELDS: readonly DemoField[] = [
  field('case', 'topic', 'Topic', 'list', TOPICS),
  field('case', 'order_number', 'Order number', 'text'),
  field('case', 'under_warranty', 'Under warranty', 'boolean'),
  field('case', 'refund', 'Refund', 'integer'),
  field('case', 'promised_for', 'Promised for', 'date'),
  field('customer', 'tier', 'Tier', 'list', ['Friends::Gold', 'Friends::Silver', 'Regular']),
  field('customer', 'shoe_size', 'Shoe size', 'integer'),
  field('customer', 'newsletter', 'Newsletter', 'boolean'),
  field('customer', 'customer_since', 'Customer since', 'date'),
  field('customer', 'allergies', 'Allergies', 'text'),
  field('company', 'account_number', 'Account number', 'text'),
  field('company', 'terms', 'Terms', 'list', ['Prepaid', 'Net::14 days', 'Net::30 days']),
  field('company', 'kilos_a_month', 'Kilos a month', 'integer'),
  field('company', 'tax_exempt', 'Tax exempt', 'boolean'),
  field('company', 'contract_until', 'Contract until', 'date'),
];

function field(
  owner: CustomFieldOwner,
  key: string,
  label: string,
  type: CustomFieldType,
  choices: readonly string[] = [],
): DemoField {
  return { owner, key, label, type, choices: [...choices] };
}
