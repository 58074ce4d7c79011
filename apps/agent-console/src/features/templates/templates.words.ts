import type { TemplateKind, TemplateOrigin } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const kinds: Record<TemplateKind, { name: string; about: string }> = {
  reply: { name: 'Reply', about: 'Stands around what an agent writes to a customer.' },
  forward: { name: 'Forward', about: 'Stands around what an agent forwards to somebody else.' },
  acknowledgement: {
    name: 'Acknowledgement',
    about: 'What a mailbox says by itself when a mail has opened a case.',
  },
};

const origins: Record<TemplateOrigin, string> = {
  own: 'Own words',
  desk: 'As every brand',
  'built-in': 'As Bureau brings it',
};

export const templatesWords = words('templates', {
  title: 'Templates and signatures',
  lead: 'What mails look like around the words of an agent, for every brand or for one.',
  back: 'Templates and signatures',
  caption: 'Templates, by brand',
  kind: 'Template',
  kinds,
  brand: 'For',
  everyBrand: 'Every brand',
  words: 'Words',
  origins,
  changed: 'Changed',
  never: 'Never',
  failed: 'The templates could not be loaded.',
  safe: 'Mails leave as before.',
  gone: 'There is no such template.',
  signatures: {
    title: 'Signatures',
    lead: 'Stands below every mail of a brand; the agent’s own stands above it.',
    caption: 'Signatures, by brand',
    brand: 'Brand',
    signature: 'Signature',
    none: 'None',
    pageTitle: (brand: string) => `Signature of ${brand}`,
    help: 'Plain text. To give the agent’s own another place, write {{current_user.signature}}.',
  },
  subject: 'Subject',
  source: 'Template',
  sourceHelp:
    'Write it like a letter: each paragraph in lines of its own. Simple HTML works too. What a customer wrote in braces stays text.',
  preview: 'Preview',
  previewOf: 'Shown with case',
  previewHelp: 'Its number; without one, with a sample.',
  asHtml: 'As HTML',
  asText: 'As plain text',
  frame: 'The mail as it would leave',
  previewSubject: 'Subject:',
  previewStale: 'The preview shows the last words that could be read.',
  test: 'Send a test to me',
  tested: (to: string) => `A test is on its way to ${to}.`,
  notTested: 'The test could not be sent.',
  reset: { own: 'Use the words of every brand', desk: 'Use the words that Bureau brings' },
  wasReset: 'The words of before are gone from use.',
  notReset: 'The template could not be given up.',
});
