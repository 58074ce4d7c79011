import type { FieldHandler } from './action-handler.ts';

export const setLanguage: FieldHandler<'set-language'> = {
  type: 'set-language',
  needs: 'cases:update',
  wish: (_turn, { language }) => ({ wish: { language } }),
};
