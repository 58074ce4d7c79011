import { plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

/** What the administrator's page about surveys says. */
export const surveysWords = words('surveys', {
  title: 'Surveys',
  lead: 'What each brand asks its customers after a case was resolved.',
  caption: 'Surveys',
  pageTitle: (brand: string) => `Survey of ${brand}`,
  one: 'Survey',
  pageLead: 'A customer answers once for each resolution, and may change the answer until it expires.',
  failed: 'The surveys could not be loaded.',
  oneFailed: 'The survey could not be loaded.',
  safe: 'Customers are asked as before.',
  brand: 'Brand',
  question: 'Question',
  when: 'When',
  changed: 'Changed',
  on: 'On',
  off: 'Off',
  enabled: 'Ask for feedback',
  enabledHelp: 'While this is off, nobody is asked and links in mails take no answer.',
  scale: 'Answers',
  scales: { yes_no: 'Yes or no', four_star: 'Four steps, poor to great' },
  automatic: 'Ask by mail after a case was resolved',
  automaticHelp:
    'A mailbox can say otherwise. Rules and macros can send the survey too, and reply templates ask with {{feedback.link}}.',
  after: 'Hours after the resolution',
  afterHelp: 'Nobody is asked when the case is reopened before.',
  again: 'Days until the same case may be asked about again',
  expires: 'Days in which an answer is taken',
  language: 'Language',
  addLanguage: 'Add a language',
  removeLanguage: (language: string) => `Remove ${language}`,
  questionOf: 'Question',
  additional: 'Additional question',
  additionalHelp: 'Asked beneath, and answered in words. Leave it empty to ask nothing more.',
  preview: 'What the customer sees',
  previewSubject: 'In the mail',
  previewPage: 'On the page',
  send: 'Send my answer',
  sentence: (hours: number) =>
    hours === 0
      ? 'Asks by mail at once'
      : `Asks by mail after ${hours} ${plural(hours, { one: 'hour', other: 'hours' })}`,
  byHand: 'Asks where a mailbox, a rule or a template does',
  none: 'There are no brands yet.',
});
