import type { WriteSurvey } from '@bureau/contracts';
import type { CenterVisitor } from '../../page/center-request.ts';
import type { ShownCase, ShownMessage } from '../../my-cases/my-cases.queries.ts';

/** Nobody: no customer has this number. */
const NOBODY = 0;

export const EXAMPLE_VISITOR: CenterVisitor = {
  customerId: NOBODY,
  accountId: NOBODY,
  name: 'Ana Sol',
  email: 'ana@customer.example',
  actor: { kind: 'customer', customerId: NOBODY, name: 'Ana Sol' },
};

const AGENT = 'Mia Larsen';
const WORDS = {
  en: {
    subject: 'The grinder is stuck',
    other: 'Where is my parcel?',
    asked: 'It makes no sound since this morning. What can I do?',
    answered: 'Unplug it, take the burrs out and brush them. Does it turn again?',
    survey: 'How satisfied are you with our answer?',
    more: 'What can we do better?',
    file: 'grinder.jpg',
  },
  de: {
    subject: 'Die Mühle klemmt',
    other: 'Wo ist mein Paket?',
    asked: 'Seit heute früh gibt sie keinen Ton von sich. Was kann ich tun?',
    answered: 'Ziehen Sie den Stecker, nehmen Sie das Mahlwerk heraus und bürsten Sie es ab. Dreht sie sich wieder?',
    survey: 'Wie zufrieden sind Sie mit unserer Antwort?',
    more: 'Was können wir besser machen?',
    file: 'muehle.jpg',
  },
};

/** What somebody may have asked, to see a page on that only its own customer can open. */
export function exampleData(language: string, now: Date) {
  const words = WORDS[language.split('-')[0] === 'de' ? 'de' : 'en'];
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const found: ShownCase = {
    ...{ id: 1042, subject: words.subject, status: 'pending', channel: 'email', agentName: AGENT },
    ...{ customerId: NOBODY, customerName: EXAMPLE_VISITOR.name, customerEmail: EXAMPLE_VISITOR.email },
    ...{ createdAt: ago(26), activeAt: ago(2) },
  };
  const other: ShownCase = { ...found, id: 1017, subject: words.other, status: 'resolved', activeAt: ago(200) };
  const said = { subject: words.subject, html: null, erased: false, files: [], visibleLength: 0 };
  const photo = { id: 1, fileName: words.file, contentType: 'image/jpeg', size: 184_000, sha256: '' };
  const messages: ShownMessage[] = [
    {
      ...{ ...said, id: 1, direction: 'in', at: ago(26), text: words.asked, fromName: EXAMPLE_VISITOR.name },
      ...{ customerId: NOBODY, agentName: null, files: [{ ...photo, contentId: null, inline: false }] },
    },
    {
      ...{ ...said, id: 2, direction: 'out', at: ago(2), text: words.answered, fromName: AGENT },
      ...{ customerId: null, agentName: AGENT },
    },
  ];
  const survey: WriteSurvey = {
    ...{ enabled: true, ratingType: 'four_star', expiresAfterDays: 14, automatic: false, sendAfterHours: 0 },
    ...{ notAgainDays: 0, words: { [language]: { question: words.survey, additionalQuestion: words.more } } },
  };
  return { words, found, cases: [found, other], messages, survey };
}
