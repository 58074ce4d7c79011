import type { invitationWords } from './invitation.words.ts';

export const invitationGerman: typeof invitationWords = {
  title: 'Willkommen bei Bureau',
  about: 'Sie sind eingeladen, hier mitzuarbeiten. Sagen Sie, wie Sie heißen, und wählen Sie ein Passwort.',
  other: (name) => `Sie sind in diesem Browser als ${name} angemeldet. Wenn Sie beitreten, endet diese Sitzung.`,
  name: 'Ihr Name',
  nameHelp: 'Das Team sieht ihn, und Kunden dort, wo Sie ihnen antworten.',
  submit: 'Beitreten',
  offline: 'Bureau ist nicht erreichbar. Was Sie eingegeben haben, bleibt hier; versuchen Sie es erneut.',
  goneTitle: 'Diese Einladung gilt nicht mehr',
  gone: 'Sie wurde benutzt oder ist abgelaufen. Melden Sie sich an, wenn Sie schon beigetreten sind; sonst bitten Sie um eine neue Einladung.',
};
