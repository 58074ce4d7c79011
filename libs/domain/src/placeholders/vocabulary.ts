import type { CustomFieldOwner, TemplateKind } from '@bureau/contracts';
import type { PlaceholderValues } from './placeholder-values.ts';

/**
 * Where placeholders stand: in a kind of template, in the signature of a brand, in what a macro or rule says, in a post that
 * colleagues read elsewhere, or in the address of another program's page.
 */
export type PlaceholderPlace = TemplateKind | 'signature' | 'action' | 'post' | 'address';

/** The names of product.md 4.4, by what they are about. */
export const PLACEHOLDERS = {
  customer: ['customer.name', 'customer.first_name', 'customer.last_name', 'customer.email', 'customer.title'],
  company: ['company.name'],
  case: [
    'case.id',
    'case.subject',
    'case.status',
    'case.priority',
    'case.labels',
    'case.channel',
    'case.user.name_public',
    'case.group.name',
    'case.portal_url',
  ],
  current_user: ['current_user.name_public', 'current_user.name', 'current_user.signature'],
  brand: ['brand.name'],
  site: ['site.company_name'],
} as const;

/** What macros and rules can say besides: a template is written for any mail, they for what has just happened. */
export const ACTION_PLACEHOLDERS = {
  customer: ['customer.id', 'customer.language'],
  company: ['company.id'],
  case: ['case.description', 'case.language', 'case.created_at', 'case.updated_at', 'case.url', 'case.user.name'],
  current_user: ['current_user.email'],
  brand: ['brand.id'],
  interaction: [
    'interaction.subject',
    'interaction.body',
    'interaction.from_name',
    'interaction.from_email',
    'interaction.channel',
    'interaction.created_at',
  ],
} as const;

/** What only a mail to the customer can say: a link with which the case is rated. It gets its key when the mail leaves. */
export const FEEDBACK_LINK = 'feedback.link';

/** The page of the case for its customer; in a mail to nobody else it gets a key, which opens it without a password. */
export const CASE_PAGE = 'case.portal_url';

/** What is shown as a link where it stands in HTML: addresses that the desk itself makes. */
export const LINKS: readonly string[] = [FEEDBACK_LINK, CASE_PAGE];

/** Other names for the same, which Desk.com's texts use. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['customer.company', 'company.name'],
  ['case.customer.name', 'customer.name'],
  ['case.customer.first_name', 'customer.first_name'],
  ['case.customer.last_name', 'customer.last_name'],
  ['case.customer.email', 'customer.email'],
]);

/** What nobody but the desk itself has written: a stranger who names somebody else as sender sends no words of his own (S6). */
const OWN_WORDS: readonly string[] = ['case.id', CASE_PAGE, ...PLACEHOLDERS.brand, ...PLACEHOLDERS.site];

/** Names whose values the desk itself gives, whoever has written to it. */
const OURS =
  /^(?:brand|site|current_user|feedback)\.|^case\.(?:id|status|priority|channel|labels|url|portal_url|created_at|updated_at|user|group)\b/;

/** The values without everything that a stranger could have written: for whoever is not proven to be who he says (S6). */
export function withoutStrangersWords(values: PlaceholderValues): PlaceholderValues {
  return new Map([...values].filter(([name]) => OURS.test(name)));
}

/** The names that may be used in a place; custom fields come on top, see {@link customFieldOf}. */
export function placeholdersFor(place: PlaceholderPlace): readonly string[] {
  if (place === 'acknowledgement') return OWN_WORDS;
  const anywhere = Object.values(PLACEHOLDERS).flat();
  const ofActions = [...anywhere, ...Object.values(ACTION_PLACEHOLDERS).flat()];
  if (place === 'post' || place === 'address') return ofActions;
  if (place === 'action') return [...ofActions, FEEDBACK_LINK];
  return place === 'reply' ? [...anywhere, FEEDBACK_LINK] : anywhere;
}

/** The field behind `case.custom_KEY`, `customer.custom_KEY` or `company.custom_KEY`. */
export function customFieldOf(name: string): { owner: CustomFieldOwner; key: string } | null {
  const [, owner, key = ''] = /^(case|customer|company)\.custom_([a-z0-9_]+)$/.exec(name) ?? [];
  switch (owner) {
    case 'case':
    case 'customer':
    case 'company':
      return { owner, key };
    default:
      return null;
  }
}
