import type { lockWords } from './case-lock.words.ts';

export const lockGerman: typeof lockWords = {
  held: (name, time) => `${name} arbeitet seit ${time} an diesem Fall.`,
  heldNow: (name) => `${name} arbeitet an diesem Fall.`,
  meanwhile: 'Sie können lesen und Notizen schreiben; eine begonnene Antwort bleibt als Ihr Entwurf erhalten.',
  freeBy: (time) => `Geschieht nichts mehr, ist er um ${time} wieder frei.`,
  takeOver: 'Übernehmen',
  takeOverHint: (name) => `Sie arbeiten stattdessen daran. ${name} erfährt es sofort und behält den Entwurf.`,
  lost: (name) => `${name} hat diesen Fall übernommen.`,
  lostSafe: 'Nichts, was Sie geschrieben haben, ist verloren: Es bleibt hier als Ihr Entwurf.',
  lostFree: (name) => `${name} ist fertig. Ihr Entwurf ist noch hier; der Fall ist wieder frei.`,
  took: (name) => `Sie arbeiten jetzt an diesem Fall. ${name} weiß Bescheid.`,
  yours: 'Sie arbeiten jetzt an diesem Fall.',
  notTaken: 'Der Fall wurde nicht übernommen.',
  mine: 'Sie arbeiten an diesem Fall',
  mineHint: (time) => `Andere lesen ihn nur, bis ${time} oder bis Sie ihn freigeben.`,
  work: 'Bearbeiten',
  workHint: 'Öffnet den Fall und zeigt anderen, dass Sie daran arbeiten; sie lesen ihn nur, bis Sie ihn freigeben.',
  letGo: 'Freigeben',
  shortcuts: {
    section: 'Fall',
    work: 'Fall bearbeiten oder freigeben',
    takeOver: 'Fall übernehmen',
  },
};
