import type { MailContent } from './read-mail.ts';

type Said = { date: string; time: string; who: string };

const sentences: Record<string, (said: Said) => string> = {
  en: ({ date, time, who }) => `On ${date} at ${time} ${who} wrote:`,
  pt: ({ date, time, who }) => `Em ${date} às ${time}, ${who} escreveu:`,
  de: ({ date, time, who }) => `Am ${date} um ${time} Uhr schrieb ${who}:`,
  fr: ({ date, time, who }) => `Le ${date} à ${time}, ${who} a écrit :`,
  es: ({ date, time, who }) => `El ${date} a las ${time}, ${who} escribió:`,
  it: ({ date, time, who }) => `Il giorno ${date} alle ore ${time} ${who} ha scritto:`,
  nb: ({ date, time, who }) => `${date} kl. ${time} skrev ${who}:`,
  pl: ({ date, time, who }) => `${date} o ${time} ${who} napisał(a):`,
  ja: ({ date, time, who }) => `${date} ${time} ${who}:`,
  ar: ({ date, time, who }) => `في ${date} في ${time} كتب ${who}:`,
};

/** "On Fri, 21 Nov 2026 at 23:21 Larkspur Coffee <support@…> wrote:" in the language of the person's mail program. */
export function inLanguage(language: string, mail: Pick<MailContent, 'from' | 'date'>): string {
  const known = language.split('-')[0] ?? '';
  const sentence = sentences[known] ?? sentences.en;
  const at = new Date(mail.date ?? 0);
  const locale = sentences[known] ? language : 'en-GB';
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return (
    sentence?.({
      date: new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }).format(at),
      time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(at),
      who: mail.from ? `${mail.from.name} <${mail.from.address}>`.trim() : '',
    }) ?? ''
  );
}
