import type { RatingType, SurveyWords } from '@bureau/contracts';
import type { BrandKey, Language } from './story.ts';
import type { CenterLanguage } from './knowledge/knowledge.ts';

/** What a brand asks after a resolution. */
export interface DemoSurvey {
  ratingType: RatingType;
  words: Record<CenterLanguage, SurveyWords>;
  expiresAfterDays: number;
  sendAfterHours: number;
}

export const SURVEYS: Record<BrandKey, DemoSurvey> = {
  larkspur: {
    ratingType: 'yes_no',
    expiresAfterDays: 14,
    sendAfterHours: 24,
    words: {
      en: { question: 'Did we help you?', additionalQuestion: 'What was missing, or what was good?' },
      de: { question: 'Konnten wir Ihnen helfen?', additionalQuestion: 'Was hat gefehlt, oder was war gut?' },
    },
  },
  tideline: {
    ratingType: 'four_star',
    expiresAfterDays: 21,
    sendAfterHours: 48,
    words: {
      en: { question: 'How was our answer?', additionalQuestion: 'What should we keep, or do better?' },
      de: { question: 'Wie war unsere Antwort?', additionalQuestion: 'Was sollen wir beibehalten oder verbessern?' },
    },
  },
};

/** What customers write with a rating, when they write. */
export const COMMENTS: Record<Language, { content: readonly string[]; discontent: readonly string[] }> = {
  en: {
    content: [
      'Quick, friendly, and the first answer was the right one.',
      'A person who knows the product. That is rare.',
      'The replacement came before I had sent the old one back. Thank you!',
      'Clear steps, and it works again.',
      'You even remembered my last order.',
      'Honest about the delay. I can live with that.',
    ],
    discontent: [
      'I had to explain the same thing twice.',
      'The answer was polite, but it took four days.',
      'Nobody told me that the shipping would cost extra.',
      'The first advice did not help; only the second did.',
      'Friendly, but I still do not know when it will come.',
      'I had hoped for a replacement, not for instructions.',
      'I asked for a refund and got a voucher first.',
    ],
  },
  de: {
    content: [
      'Schnell und freundlich, so soll es sein.',
      'Die Anleitung war verständlich, jetzt läuft sie wieder.',
      'Sehr kulant, vielen Dank!',
    ],
    discontent: ['Leider musste ich zweimal nachfragen.', 'Die Antwort kam erst nach dem Wochenende.'],
  },
  fr: { content: ['Réponse claire et rapide, merci.'], discontent: ['J’ai dû relancer deux fois.'] },
  es: {
    content: ['Muy amables y rápidos.', 'Todo resuelto en un día.'],
    discontent: ['Tardaron demasiado en contestar.'],
  },
  pt: { content: ['Atendimento excelente, obrigado.'], discontent: ['A resposta demorou muito.'] },
  it: { content: ['Gentili e competenti.'], discontent: ['Ho dovuto scrivere tre volte.'] },
  nl: { content: ['Snel geholpen, top!'], discontent: ['Het duurde me te lang.'] },
  ja: { content: ['とても丁寧に対応していただきました。'], discontent: ['返信まで少し時間がかかりました。'] },
  pl: { content: ['Szybko i konkretnie, dziękuję.'], discontent: ['Długo czekałem na odpowiedź.'] },
  ar: { content: ['شكرًا جزيلًا، خدمة ممتازة.'], discontent: ['تأخر الرد كثيرًا.'] },
  nb: { content: ['Rask og hyggelig hjelp.'], discontent: ['Det tok for lang tid.'] },
};
