import type { Sentences } from './sentences.ts';

const whole: Sentences['whole'] = {
  'Give the integration a name.': 'Geben Sie der Integration eine Bezeichnung.',
  'Write an address such as https://example.com/?q={{customer.email}}.':
    'Geben Sie eine Adresse wie https://example.com/?q={{customer.email}} an.',
  'Name each role once.': 'Nennen Sie jede Rolle einmal.',
  'Name each integration once.': 'Nennen Sie jede Integration einmal.',
  'There is no such role.': 'Diese Rolle gibt es nicht.',
  'Name a group or a user, not both.': 'Nennen Sie eine Gruppe oder einen Benutzer, nicht beides.',
  'Begin with https:// and the name of a host, written out.':
    'Beginnen Sie mit https:// und dem ausgeschriebenen Namen eines Servers.',
  'Leave out user and password.': 'Lassen Sie Benutzer und Passwort weg.',
  'Leave out spaces, or write %20 for each.': 'Lassen Sie Leerzeichen weg, oder schreiben Sie %20 dafür.',
  'Write the host out: a frame shows pages of one host only.':
    'Schreiben Sie den Server aus: Ein Rahmen zeigt nur Seiten eines Servers.',
  'End the host with a domain of your own, as in https://{{customer.custom_shop}}.example.com.':
    'Beenden Sie den Server mit einer eigenen Domain, etwa https://{{customer.custom_shop}}.example.com.',
  'There can be no such host.': 'Einen solchen Server kann es nicht geben.',
  'Begin with https://: what stands in a frame must come encrypted.':
    'Beginnen Sie mit https://: Was in einem Rahmen steht, muss verschlüsselt kommen.',
  'This is the desk itself: a frame shows pages of others.': 'Das ist Bureau selbst: Ein Rahmen zeigt Seiten anderer.',
  'The address has become too long.': 'Die Adresse ist zu lang geworden.',
  'The address leads nowhere here.': 'Von hier aus führt die Adresse nirgendwohin.',
  'The app has no secret to sign with yet.': 'Die App hat noch kein Geheimnis zum Signieren.',
};

/** What is wrong with placeholders. */
const naming: Sentences['naming'] = [
  [
    /^There is no placeholder (\{\{.+\}\}); did you mean (\{\{.+\}\})\?$/,
    (name = '', close = '') => `Den Platzhalter ${name} gibt es nicht; meinten Sie ${close}?`,
  ],
  [
    /^There is no placeholder (\{\{.+\}\}); choose one from the list\.$/,
    (name = '') => `Den Platzhalter ${name} gibt es nicht; wählen Sie einen aus der Liste.`,
  ],
  [/^There is no custom field behind (\{\{.+\}\})\.$/, (name = '') => `Hinter ${name} steht kein eigenes Feld.`],
  [
    /^There is no filter "(.*)"; there are (.+)\.$/,
    (name = '', known = '') => `Den Filter „${name}“ gibt es nicht; es gibt ${known}.`,
  ],
  [
    /^(\{\{.*\}\}) cannot be read; write it as in (\{\{.+\}\})\.$/s,
    (tag = '', example = '') => `${tag} ist nicht zu lesen; schreiben Sie es wie ${example}.`,
  ],
  [
    /^A (\{\{|\{%) is never closed: write the name and its other end behind it, near "(.*)"\.$/s,
    (open = '', near = '') => `${open} wird nicht geschlossen: Schreiben Sie Namen und Ende dahinter, bei „${near}“.`,
  ],
];

/** What the desk says about the addresses of integrations. */
export const integrationSentencesGerman: Sentences = { whole, naming };
