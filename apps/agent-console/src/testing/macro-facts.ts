import type { ActionEffect, Macro, MacroPreview } from '@bureau/contracts';

/** A macro as the desk gives it. */
export function aMacro(given: Partial<Macro> = {}): Macro {
  return {
    id: 1,
    name: 'Refund',
    description: '',
    folders: [],
    actions: [{ type: 'set-status', status: 'resolved' }],
    visibility: { for: 'everyone' },
    enabled: true,
    position: 1,
    sentences: ['Set status to Resolved'],
    usedByMe: 0,
    used: 0,
    editable: true,
    updatedAt: '2026-11-03T10:02:00.000+00:00',
    updatedBy: { id: 6, name: 'Mia Lindqvist' },
    ...given,
  };
}

/** What an action did, or would do. */
export function anEffect(given: Partial<ActionEffect> = {}): ActionEffect {
  return {
    index: 0,
    type: 'set-status',
    description: 'Set status to Resolved',
    outcome: 'done',
    reason: null,
    changes: [{ field: 'status', from: 'open', to: 'resolved' }],
    message: null,
    ...given,
  };
}

/** What macros would do to a case: resolve it, with words for the composer. */
export function aMacroPreview(given: Partial<MacroPreview> = {}): MacroPreview {
  return {
    reply: {
      html: '<p>Hello Ana, it is on its way.</p>',
      text: 'Hello Ana, it is on its way.',
      subject: null,
      missing: [],
    },
    effects: [anEffect()],
    refused: [],
    ...given,
  };
}
