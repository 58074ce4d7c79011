import { FreeCases } from './free-cases.ts';
import { FreeCasesOnSessionEnded } from './free-cases.on-session-ended.ts';
import { HoldCase } from './hold-case.ts';
import { TakeCase } from './take-case.ts';

/** What takes cases for whoever works on them, and lets them go. */
export const LOCKS = [FreeCases, FreeCasesOnSessionEnded, HoldCase, TakeCase];
