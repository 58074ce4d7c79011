import type { RoutingReason } from '@bureau/contracts';
import type { routingWords } from './routing.words.ts';

export const routingGerman: typeof routingWords = {
  section: 'Zuteilung',
  play: 'Start',
  playDescription: 'Start: Fälle zuteilen lassen',
  pause: 'Pause',
  pauseDescription: 'Pause: keine Fälle mehr zuteilen lassen',
  keywords: 'Zuteilung Nächster Warteschlange starten anhalten routing play',
  whatToPlay: 'Woraus zugeteilt wird',
  everything: 'Alle zugeteilten Filter',
  playing: (what) => `Zuteilung läuft: ${what}`,
  options: 'Einstellungen der Zuteilung',
  autoAccept: 'Angebote von selbst annehmen',
  sound: 'Ton',
  absence: 'Außer Haus …',
  pausedBy: {
    self: 'Pause',
    timeouts: 'Pause: zu viele Angebote blieben unbeantwortet',
    away: 'Pause: abwesend',
    gone: 'Pause: keine Verbindung zum Server',
    out: 'Außer Haus',
  },
  channels: { email: 'E-Mail', phone: 'Telefon', chat: 'Chat', twitter: 'X', facebook: 'Facebook', qna: 'Fragen' },
  offer: 'Angebotener Fall',
  announce: (subject, customer, seconds) =>
    `Ihnen wird ein Fall angeboten: ${subject}, von ${customer}. ${seconds} Sekunden. Mit der Eingabetaste nehmen Sie an.`,
  accept: 'Annehmen',
  decline: 'Ablehnen',
  secondsLeft: (seconds) => `${seconds} s`,
  timeLeft: 'Verbleibende Zeit',
  justNow: 'eben',
  noSubject: '(kein Betreff)',
  failed: 'Die Zuteilung war nicht zu erreichen.',
  failedDetail: 'Nichts ist verloren; versuchen Sie es erneut.',
  retry: 'Erneut versuchen',
  toldPlaying: 'Ihnen werden jetzt Fälle zugeteilt.',
  toldPaused: 'Ihnen werden keine Fälle mehr zugeteilt. Was Sie in Arbeit haben, bleibt bei Ihnen.',
  why: (reasons, waits) => `Warum dieser: ${reasons.map((reason) => because(reason, waits)).join(' · ')}`,
};

function because(reason: RoutingReason, waits: (since: string) => string): string {
  switch (reason.kind) {
    case 'priority':
      return `Priorität ${reason.priority}`;
    case 'waiting':
      return `wartet seit ${waits(reason.since)}`;
    case 'language':
      return `in einer Sprache, die Sie sprechen (${reason.language})`;
    case 'last-handler':
      return 'Sie haben diesem Kunden zuletzt geantwortet';
    case 'yours':
      return 'er gehört Ihnen, und der Kunde hat geantwortet';
    case 'stand-in':
      return 'Sie vertreten die zuständige Person';
  }
}
