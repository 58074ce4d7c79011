import type { ActionOf, CaseStatus, MailRecipient } from '@bureau/contracts';
import type { ActionReference, ActionWords, SaidNames } from './action-words.ts';
import { beginning } from './beginning.ts';

const QUOTES = ['„', '“'] as const;
const STATUSES: Readonly<Record<CaseStatus, string>> = {
  new: 'Neu',
  open: 'Offen',
  pending: 'Wartend',
  resolved: 'Gelöst',
  closed: 'Geschlossen',
};
const GONE: Readonly<Record<ActionReference, string>> = {
  user: 'gelöschte Person',
  group: 'gelöschte Gruppe',
  brand: 'gelöschte Marke',
  webhook: 'gelöschter Webhook',
  article: 'gelöschter Artikel',
};
const ASSIGNED_BY = {
  'round-robin': 'reihum zuweisen',
  'least-busy': 'der Person mit den wenigsten Fällen zuweisen',
  'last-handler': 'der Person zuweisen, die diesem Kunden zuletzt geantwortet hat',
} as const;

function recipient(to: MailRecipient, names: SaidNames): string {
  switch (to.to) {
    case 'customer':
      return 'den Kunden';
    case 'assignee':
      return 'die zuständige Person';
    case 'group':
      return `alle in ${names.name('group', to.groupId)}`;
    case 'user':
      return names.name('user', to.userId);
    case 'address':
      return to.address;
  }
}

function fieldValues(values: ActionOf<'set-custom-fields'>['values'], names: SaidNames): string {
  return Object.entries(values)
    .map(([key, value]) =>
      value === null || value === ''
        ? `${names.field(key)} leeren`
        : `${names.field(key)} auf ${valueOf(value)} setzen`,
    )
    .join(', ');
}

function valueOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nein';
  return typeof value === 'number' ? `${value}` : beginning(value, QUOTES);
}

const labelsOf = (labels: readonly string[]) => `${labels.length === 1 ? 'Etikett' : 'Etiketten'} ${labels.join(', ')}`;

export const GERMAN_ACTIONS: ActionWords = {
  gone: (to, id) => `${GONE[to]} (${id})`,
  sentences: {
    'set-status': ({ status }) => `Status auf ${STATUSES[status]} setzen`,
    'set-priority': ({ priority }) => `Priorität auf ${priority} setzen`,
    'change-priority': ({ by }) => (by < 0 ? `Priorität um ${-by} senken` : `Priorität um ${by} erhöhen`),
    'set-group': ({ groupId }, { name }) =>
      groupId === null ? 'Der Gruppe entziehen' : `Der Gruppe ${name('group', groupId)} zuweisen`,
    'set-user': ({ userId }, { name }) => (userId === null ? 'Niemandem zuweisen' : `${name('user', userId)} zuweisen`),
    assign: ({ by, groupId }, { name }) =>
      `${groupId === null ? '' : `In ${name('group', groupId)} `}${groupId === null ? upper(ASSIGNED_BY[by]) : ASSIGNED_BY[by]}`,
    'assign-to-me': () => 'Mir zuweisen',
    'set-labels': ({ labels }) => `Nur ${labelsOf(labels)} setzen`,
    'append-labels': ({ labels }) => `${labelsOf(labels)} hinzufügen`,
    'remove-labels': ({ labels }) => `${labelsOf(labels)} entfernen`,
    'set-subject': ({ subject }) => `Betreff auf ${beginning(subject, QUOTES)} setzen`,
    'set-description': ({ description }) => `Beschreibung auf ${beginning(description, QUOTES)} setzen`,
    'set-custom-fields': ({ values }, names) => fieldValues(values, names),
    'set-language': ({ language }) => (language === null ? 'Sprache leeren' : `Sprache auf ${language} setzen`),
    'set-brand': ({ brandId }, { name }) => `Zur Marke ${name('brand', brandId)} verschieben`,
    'add-note': ({ html }) => `Notiz ${beginning(html, QUOTES)} hinzufügen`,
    'quick-reply': ({ html }) => `Mit ${beginning(html, QUOTES)} antworten`,
    'insert-article': ({ articleId }, { name }) => `Mit Artikel ${name('article', articleId)} antworten`,
    'send-email': (action, names) =>
      `E-Mail ${beginning(action.subject, QUOTES)} an ${recipient(action.recipient, names)} senden`,
    acknowledge: () => 'Den Eingang der Nachricht bestätigen',
    'send-survey': () => 'Die Umfrage zur Zufriedenheit senden',
    snooze: ({ hours }) => {
      if (hours === null) return 'Zurückstellen, bis der Kunde schreibt';
      return hours % 24 === 0
        ? `Für ${hours === 24 ? '1 Tag' : `${hours / 24} Tage`} zurückstellen`
        : `Für ${hours === 1 ? '1 Stunde' : `${hours} Stunden`} zurückstellen`;
    },
    follow: ({ userId }, { name }) =>
      userId === null
        ? 'Mich oder die zuständige Person folgen lassen'
        : `${name('user', userId)} dem Fall folgen lassen`,
    'mark-spam': () => 'Als Spam markieren',
    delete: () => 'In den Papierkorb verschieben',
    'call-webhook': ({ webhookId }, { name }) => `Webhook ${name('webhook', webhookId)} aufrufen`,
    'post-to-chatter': ({ text }) => `${beginning(text, QUOTES)} in Chatter veröffentlichen`,
    'sync-case': () => 'Fall mit Salesforce abgleichen',
    'sync-customer': () => 'Kunden mit Salesforce abgleichen',
  },
};

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
