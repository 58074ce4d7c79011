import { ApplyMacros } from './apply-macros.ts';
import { ApplyMacrosInBulk } from './apply-macros-in-bulk.ts';
import { MacroApplicationRepository } from './macro-application.repository.ts';
import { MacroLinks } from './macro-links.ts';
import { MacroQueries } from './macro.queries.ts';
import { MacroRepository } from './macro.repository.ts';
import { MacrosController } from './macros.controller.ts';
import { RegroupMacros } from './regroup-macros.ts';
import { RelabelMacros } from './relabel-macros.ts';
import { SaveMacro } from './save-macro.ts';
import { TakeBackNotes } from './take-back-notes.ts';
import { UndoMacros } from './undo-macros.ts';
import { UndoMacrosInBulk } from './undo-macros-in-bulk.ts';

export const MACRO_CONTROLLERS = [MacrosController];

/** What the module provides for macros. */
export const MACRO_PROVIDERS = [
  ApplyMacros,
  ApplyMacrosInBulk,
  MacroApplicationRepository,
  MacroLinks,
  MacroQueries,
  MacroRepository,
  RegroupMacros,
  RelabelMacros,
  SaveMacro,
  TakeBackNotes,
  UndoMacros,
  UndoMacrosInBulk,
];

export { ApplyMacros } from './apply-macros.ts';
export { MacroQueries } from './macro.queries.ts';
export { SaveMacro } from './save-macro.ts';
