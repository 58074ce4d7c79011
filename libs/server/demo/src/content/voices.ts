import type { Language } from './story.ts';

/** How people of a language begin and end their mails. `{first}` is who is greeted, `{me}` who writes. */
export interface Voice {
  agentGreets: readonly string[];
  agentCloses: readonly string[];
  customerGreets: readonly string[];
  customerCloses: readonly string[];
  /** First answers in a conversation get along without a greeting. */
  answers: readonly string[];
  /** The line of a mail program above what it quotes; `{when}` and `{who}`. */
  wrote: string;
  locale: string;
}

export const VOICES: Record<Language, Voice> = {
  en: {
    agentGreets: ['Hi {first},', 'Hello {first},', 'Hi {first}, thanks for writing.'],
    agentCloses: ['Best,\n{me}', 'Kind regards,\n{me}', 'Thanks,\n{me}', 'All the best,\n{me}'],
    customerGreets: ['Hi,', 'Hello,', 'Hi there,', 'Good morning,', 'Dear team,', ''],
    customerCloses: [
      'Thanks,\n{me}',
      'Best,\n{me}',
      '{me}',
      'Cheers\n{me}',
      'Many thanks,\n{me}',
      'Regards,\n{me}\n\n-- \nSent from my phone',
    ],
    answers: ['Hi {first},', 'Hi,', '', 'Hello {first},'],
    wrote: 'On {when}, {who} wrote:',
    locale: 'en-GB',
  },
  de: {
    agentGreets: ['Hallo {first},', 'Guten Tag {first},'],
    agentCloses: ['Viele Grüße\n{me}', 'Freundliche Grüße\n{me}', 'Beste Grüße\n{me}'],
    customerGreets: ['Guten Tag,', 'Hallo,', 'Hallo zusammen,', 'Sehr geehrte Damen und Herren,'],
    customerCloses: ['Viele Grüße\n{me}', 'Mit freundlichen Grüßen\n{me}', 'Danke und Gruß\n{me}'],
    answers: ['Hallo {first},', 'Hallo,', ''],
    wrote: 'Am {when} schrieb {who}:',
    locale: 'de-DE',
  },
  es: {
    agentGreets: ['Hola, {first}:', 'Buenos días, {first}:'],
    agentCloses: ['Un saludo,\n{me}', 'Saludos cordiales,\n{me}'],
    customerGreets: ['Hola:', 'Buenos días:', 'Buenas tardes:'],
    customerCloses: ['Gracias,\n{me}', 'Un saludo,\n{me}', 'Muchas gracias.\n{me}'],
    answers: ['Hola, {first}:', '', 'Hola:'],
    wrote: 'El {when}, {who} escribió:',
    locale: 'es-ES',
  },
  fr: {
    agentGreets: ['Bonjour {first},'],
    agentCloses: ['Bien à vous,\n{me}', 'Bonne journée,\n{me}', 'Cordialement,\n{me}'],
    customerGreets: ['Bonjour,', 'Bonjour à toute l’équipe,', 'Madame, Monsieur,'],
    customerCloses: ['Merci d’avance,\n{me}', 'Cordialement,\n{me}', 'Bonne journée,\n{me}'],
    answers: ['Bonjour {first},', 'Bonjour,', ''],
    wrote: 'Le {when}, {who} a écrit :',
    locale: 'fr-FR',
  },
  pt: {
    agentGreets: ['Olá, {first},', 'Bom dia, {first},'],
    agentCloses: ['Um abraço,\n{me}', 'Cumprimentos,\n{me}'],
    customerGreets: ['Olá,', 'Bom dia,', 'Boa tarde,'],
    customerCloses: ['Obrigada,\n{me}', 'Cumprimentos,\n{me}', 'Obrigado e bom trabalho.\n{me}'],
    answers: ['Olá, {first},', ''],
    wrote: 'Em {when}, {who} escreveu:',
    locale: 'pt-PT',
  },
  it: {
    agentGreets: ['Buongiorno {first},', 'Ciao {first},'],
    agentCloses: ['Un caro saluto,\n{me}', 'Cordiali saluti,\n{me}'],
    customerGreets: ['Buongiorno,', 'Salve,', 'Ciao,'],
    customerCloses: ['Grazie mille,\n{me}', 'Cordiali saluti,\n{me}', 'Grazie\n{me}'],
    answers: ['Ciao {first},', 'Buongiorno,', ''],
    wrote: 'Il giorno {when} {who} ha scritto:',
    locale: 'it-IT',
  },
  nl: {
    agentGreets: ['Hoi {first},', 'Beste {first},'],
    agentCloses: ['Groet,\n{me}', 'Vriendelijke groet,\n{me}'],
    customerGreets: ['Hallo,', 'Goedemiddag,', 'Beste mensen,'],
    customerCloses: ['Groeten,\n{me}', 'Alvast bedankt,\n{me}', 'Met vriendelijke groet,\n{me}'],
    answers: ['Hoi {first},', '', 'Hallo,'],
    wrote: 'Op {when} schreef {who}:',
    locale: 'nl-NL',
  },
  ja: {
    agentGreets: ['{first} 様\n\nお問い合わせいただきありがとうございます。'],
    agentCloses: ['どうぞよろしくお願いいたします。\n{me}'],
    customerGreets: ['お世話になっております。', 'はじめまして。', 'サポートご担当者様'],
    customerCloses: ['よろしくお願いいたします。\n{me}', '{me}'],
    answers: ['ご返信ありがとうございます。', 'ご担当者様'],
    wrote: '{when} {who}:',
    locale: 'ja-JP',
  },
  pl: {
    agentGreets: ['Dzień dobry, {first},', 'Cześć {first},'],
    agentCloses: ['Pozdrawiam,\n{me}', 'Serdecznie pozdrawiam,\n{me}'],
    customerGreets: ['Dzień dobry,', 'Witam,'],
    customerCloses: ['Pozdrawiam,\n{me}', 'Z góry dziękuję,\n{me}'],
    answers: ['Dzień dobry,', ''],
    wrote: '{when} {who} napisał(a):',
    locale: 'pl-PL',
  },
  ar: {
    agentGreets: ['مرحباً {first}،'],
    agentCloses: ['مع أطيب التحيات،\n{me}'],
    customerGreets: ['السلام عليكم،', 'مرحباً،'],
    customerCloses: ['شكراً جزيلاً،\n{me}'],
    answers: ['مرحباً،'],
    wrote: 'في {when} كتب {who}:',
    locale: 'ar',
  },
  nb: {
    agentGreets: ['Hei {first},'],
    agentCloses: ['Vennlig hilsen\n{me}'],
    customerGreets: ['Hei,', 'Hei dere,'],
    customerCloses: ['Hilsen {me}', 'Mvh\n{me}'],
    answers: ['Hei,', ''],
    wrote: '{when} skrev {who}:',
    locale: 'nb-NO',
  },
};
