import type { SignInSettings } from '@bureau/contracts';

export const minutesOf = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof minutesOf;

/** A length of time as it is typed. */
export interface TypedDuration {
  amount: string;
  unit: Unit;
}

/** The settings as they are typed. */
export interface SignInFields {
  minPasswordLength: string;
  twoFactorRequired: boolean;
  session: TypedDuration;
  idle: TypedDuration;
  /** One a line. */
  emailDomains: string;
}

export function fieldsOf(settings: SignInSettings): SignInFields {
  return {
    minPasswordLength: String(settings.minPasswordLength),
    twoFactorRequired: settings.twoFactorRequired,
    session: typedOf(settings.sessionHours * 60),
    idle: typedOf(settings.idleMinutes),
    emailDomains: settings.emailDomains.join('\n'),
  };
}

/** What the desk is sent; what is no figure stays none, for the check to refuse. */
export function inputOf({ minPasswordLength, twoFactorRequired, session, idle, emailDomains }: SignInFields) {
  return {
    minPasswordLength: figureOf(minPasswordLength),
    twoFactorRequired,
    sessionHours: (figureOf(session.amount) * minutesOf[session.unit]) / 60,
    idleMinutes: figureOf(idle.amount) * minutesOf[idle.unit],
    emailDomains: emailDomains.split(/[\s,;]+/).flatMap((domain) => domain.replace(/^@/, '') || []),
  };
}

function figureOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** In the largest unit that says it in whole figures. */
function typedOf(minutes: number): TypedDuration {
  const unit = (['days', 'hours'] as const).find((one) => minutes % minutesOf[one] === 0) ?? 'minutes';
  return { amount: String(minutes / minutesOf[unit]), unit };
}
