import { words } from '../../language/words.ts';

export const personCasesWords = words('person-cases', {
  noSubject: '(no subject)',
  none: 'No cases yet.',
  failed: 'The cases could not be loaded.',
  more: 'Show more',
  channels: {
    email: 'E-mail',
    phone: 'Phone',
    chat: 'Chat',
    twitter: 'X',
    facebook: 'Facebook',
    qna: 'Q&A',
  },
});
